package dev.tamias.table.column;

/**
 * The codes of short cells that were looked up lately, found by their bytes as two words. Most look-ups
 * of most columns end here, with neither a hash that withstands an enemy nor a look at the text that is
 * kept. A cell has one place, and the next one of that place takes it over.
 */
final class RecentCodes {

    /** The longest cell, in bytes: two words. */
    static final int LONGEST = 2 * Long.BYTES;

    /** An estimate of what this takes. */
    static final int BYTES = 3 * Long.BYTES << RecentCodes.BITS;

    private static final int BITS = 8;
    private static final int LENGTH_BITS = 5;

    private static final long FIRST = 0x9e3779b97f4a7c15L;
    private static final long LAST = 0xd1b54a32d192ed03L;

    /** Three for each place: the cell's first word, its last, and above its length its code plus one. */
    private final long[] entries = new long[3 << BITS];

    /** The code of the cell of {@code length} bytes, or −1 where it is not known here. */
    int code(byte[] utf8, int from, int length) {
        long first = first(utf8, from, length);
        long last = last(utf8, from, length);
        int at = place(first, last);
        long entry = entries[at + 2];
        boolean same =
                entries[at] == first
                        && entries[at + 1] == last
                        && (entry & (1 << LENGTH_BITS) - 1) == length;
        return same ? (int) (entry >>> LENGTH_BITS) - 1 : -1;
    }

    /** Keeps the code of a cell. */
    void keep(int code, byte[] utf8, int from, int length) {
        long first = first(utf8, from, length);
        long last = last(utf8, from, length);
        int at = place(first, last);
        entries[at] = first;
        entries[at + 1] = last;
        entries[at + 2] = code + 1L << LENGTH_BITS | length;
    }

    private static int place(long first, long last) {
        return 3 * (int) (first * FIRST + last * LAST >>> Long.SIZE - BITS);
    }

    /** With the length, both words say all of a cell's bytes: they overlap where it has less than sixteen. */
    private static long first(byte[] utf8, int from, int length) {
        return length < Long.BYTES ? CellHash.few(utf8, from, length) : CellHash.word(utf8, from);
    }

    private static long last(byte[] utf8, int from, int length) {
        return length < Long.BYTES ? 0 : CellHash.word(utf8, from + length - Long.BYTES);
    }
}

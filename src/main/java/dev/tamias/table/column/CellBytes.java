package dev.tamias.table.column;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Cells one behind the other in blocks of up to 64 KiB, found by their place: a long of the number of the
 * block, where the cell begins in it, and its length. A longer cell has a block of its own. Cells are only
 * added, so copies share the blocks.
 */
final class CellBytes {

    private static final int BLOCK_BITS = 16;
    private static final int LENGTH_BITS = 28;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int FIRST_BLOCK = 1 << 10;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    private byte[][] blocks = new byte[4][];
    private int count;
    private int used;
    private int room;
    private long bytes;

    /** Adds the cell {@code utf8[from, to)}, which takes less than 2^28 bytes; gives its place. */
    long add(byte[] utf8, int from, int to) {
        int length = to - from;
        if (length > LENGTH_MASK) {
            throw new IllegalArgumentException("a cell of " + length + " bytes");
        }
        if (count == 0 || used + length > room) {
            open(length);
        }
        System.arraycopy(utf8, from, blocks[count - 1], used, length);
        long place = ((long) (count - 1) << BLOCK_BITS | used) << LENGTH_BITS | length;
        used += length;
        return place;
    }

    private void open(int length) {
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, count * 2);
        }
        // Small at first, since most columns have few different cells.
        int usual = Math.min(BLOCK, Math.max(FIRST_BLOCK, 2 * room));
        room = Math.max(length, usual);
        blocks[count++] = new byte[room];
        bytes += room;
        used = 0;
    }

    byte[] array(long place) {
        return blocks[(int) (place >>> LENGTH_BITS + BLOCK_BITS)];
    }

    static int from(long place) {
        return (int) (place >>> LENGTH_BITS) & BLOCK - 1;
    }

    static int to(long place) {
        return from(place) + length(place);
    }

    static int length(long place) {
        return (int) place & LENGTH_MASK;
    }

    String text(long place) {
        return new String(array(place), from(place), length(place), UTF_8);
    }

    /** Whether the cell is {@code utf8[from, to)}. */
    boolean holds(long place, byte[] utf8, int from, int to) {
        return CellHash.same(array(place), from(place), length(place), utf8, from, to - from);
    }

    /** Those so far; what is added to either later does not show in the other. */
    CellBytes copy() {
        CellBytes copy = new CellBytes();
        copy.blocks = blocks.clone();
        copy.count = count;
        // The last block is shared too: without room the copy begins a new one.
        copy.bytes = bytes;
        return copy;
    }

    long bytes() {
        return bytes;
    }
}

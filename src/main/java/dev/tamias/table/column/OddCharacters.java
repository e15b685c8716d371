package dev.tamias.table.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts cells with characters that a log should not have, eight bytes at a time where there are none. */
final class OddCharacters implements TextStore.CellScan {

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private static final long DEL = 0x7f7f7f7f7f7f7f7fL;

    /** The first byte of U+0080 to U+00BF. */
    private static final long C1 = 0xc2c2c2c2c2c2c2c2L;

    /** The first byte of U+F000 to U+FFFF. */
    private static final long REPLACEMENT = 0xefefefefefefefefL;

    private long controls;
    private long replaced;

    /** Of the cell at hand. */
    private boolean control;

    private boolean replacement;

    @Override
    public void cell(byte[] utf8, int from, int to, int row, int count) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            if (!isPlain((long) WORDS.get(utf8, i))) {
                look(utf8, i, i + 8, to);
            }
        }
        // The last bytes as a word of the cell's last eight, where it has so many.
        if (i < to && (to - from < 8 || !isPlain((long) WORDS.get(utf8, to - 8)))) {
            look(utf8, i, to, to);
        }
        if (control) {
            controls += count;
            control = false;
        }
        if (replacement) {
            replaced += count;
            replacement = false;
        }
    }

    /** Most blocks of cells have nothing odd, and are looked at as one. */
    @Override
    public boolean passesOver(byte[] utf8, int from, int to) {
        if (to - from < 8) {
            return to == from;
        }
        for (int i = from; i < to - 8; i += 8) {
            long word = (long) WORDS.get(utf8, i);
            if (!isPrinted(word) && !isPlain(word)) {
                return false;
            }
        }
        return isPlain((long) WORDS.get(utf8, to - 8));
    }

    /** Looks at the characters that begin in {@code utf8[from, end)}, of a cell that ends at {@code to}. */
    private void look(byte[] utf8, int from, int end, int to) {
        for (int i = from; i < end; i++) {
            byte b = utf8[i];
            control |= b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x7f;
            if (b == (byte) 0xc2 && i + 1 < to) {
                control |= utf8[i + 1] < (byte) 0xa0;
            } else if (b == (byte) 0xef && i + 2 < to) {
                replacement |= utf8[i + 1] == (byte) 0xbf && utf8[i + 2] == (byte) 0xbd;
            }
        }
    }

    /** Whether eight bytes are all printed ASCII characters, which are plain; it may take such for others. */
    private static boolean isPrinted(long word) {
        return ((word | word + ONES | word - ONES * ' ') & TOPS) == 0;
    }

    /** Whether of eight bytes none is a control character or begins a character that may be odd. */
    private static boolean isPlain(long word) {
        long low = word - ONES * ' ' & ~word;
        return ((low | zeros(word ^ DEL) | zeros(word ^ C1) | zeros(word ^ REPLACEMENT)) & TOPS)
                == 0;
    }

    /** Where a byte is zero its top bit is set; above such a byte perhaps others are too. */
    private static long zeros(long word) {
        return word - ONES & ~word;
    }

    long controls() {
        return controls;
    }

    long replaced() {
        return replaced;
    }
}

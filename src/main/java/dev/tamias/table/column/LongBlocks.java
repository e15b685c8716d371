package dev.tamias.table.column;

import java.util.Arrays;

/** A growing column of 64-bit numbers, in blocks: nothing is copied as it grows. */
public final class LongBlocks {

    private static final int ROWS = 1024;

    private long[][] blocks = new long[16][];
    private int size;

    public void add(long value) {
        int block = size / ROWS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block * 2);
        }
        if (size % ROWS == 0) {
            blocks[block] = new long[ROWS];
        }
        blocks[block][size++ % ROWS] = value;
    }

    public long[] toArray() {
        long[] all = new long[size];
        for (int from = 0; from < size; from += ROWS) {
            System.arraycopy(blocks[from / ROWS], 0, all, from, Math.min(ROWS, size - from));
        }
        return all;
    }

    public long bytes() {
        return 8L * size;
    }
}

package dev.tamias.table.column;

import java.util.Arrays;

/**
 * A growing column of small non-negative numbers. Full blocks are packed to one, two or four bytes a
 * number, as their largest needs: codes are given in the order of first appearance, so early blocks are
 * narrow.
 */
final class CodeBlocks {

    private static final int ROWS = 1024;

    private Object[] blocks = new Object[16];
    private int full;
    private int[] last = new int[ROWS];
    private int lastRows;
    private long bytes;

    int size() {
        return full * ROWS + lastRows;
    }

    void add(int code) {
        if (lastRows == ROWS) {
            close();
        }
        last[lastRows++] = code;
    }

    private void close() {
        if (full == blocks.length) {
            blocks = Arrays.copyOf(blocks, full * 2);
        }
        blocks[full++] = packed(last);
        lastRows = 0;
    }

    private Object packed(int[] codes) {
        int most = 0;
        for (int code : codes) {
            most |= code;
        }
        if (most >> 16 != 0) {
            bytes += 4L * ROWS;
            return codes.clone();
        }
        if (most >> 8 != 0) {
            char[] block = new char[ROWS];
            for (int i = 0; i < ROWS; i++) {
                block[i] = (char) codes[i];
            }
            bytes += 2L * ROWS;
            return block;
        }
        byte[] block = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            block[i] = (byte) codes[i];
        }
        bytes += ROWS;
        return block;
    }

    int get(int row) {
        int at = row & ROWS - 1;
        int number = row / ROWS;
        if (number >= full) {
            if (number > full || at >= lastRows) {
                throw new IndexOutOfBoundsException("row " + row + " of " + size());
            }
            return last[at];
        }
        Object block = blocks[number];
        if (block instanceof byte[] narrow) {
            return narrow[at] & 0xff;
        }
        return block instanceof char[] middle ? middle[at] : ((int[]) block)[at];
    }

    /** How many rows have each of the numbers below {@code size}, and no row has another. */
    int[] counts(int size) {
        int[] counts = new int[size];
        for (int number = 0; number < full; number++) {
            if (blocks[number] instanceof byte[] narrow) {
                for (byte code : narrow) {
                    counts[code & 0xff]++;
                }
            } else if (blocks[number] instanceof char[] middle) {
                for (char code : middle) {
                    counts[code]++;
                }
            } else {
                for (int code : (int[]) blocks[number]) {
                    counts[code]++;
                }
            }
        }
        for (int i = 0; i < lastRows; i++) {
            counts[last[i]]++;
        }
        return counts;
    }

    /** The first row of each of the numbers below {@code size}, and no row has another; else −1. */
    int[] firstRows(int size) {
        int[] first = new int[size];
        Arrays.fill(first, -1);
        int found = 0;
        for (int row = 0; row < size() && found < size; row++) {
            int code = get(row);
            if (first[code] < 0) {
                first[code] = row;
                found++;
            }
        }
        return first;
    }

    /** Replaces a number; the block is not shared with a copy afterwards. */
    void set(int row, int code) {
        int number = row / ROWS;
        if (number >= full) {
            get(row);
            last[row & ROWS - 1] = code;
            return;
        }
        int[] codes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            codes[i] = get(number * ROWS + i);
        }
        codes[row & ROWS - 1] = code;
        blocks[number] = packed(codes);
    }

    /** A copy that shares the full blocks, which never change in place. */
    CodeBlocks copy() {
        CodeBlocks copy = new CodeBlocks();
        copy.blocks = blocks.clone();
        copy.full = full;
        copy.last = last.clone();
        copy.lastRows = lastRows;
        copy.bytes = bytes;
        return copy;
    }

    long bytes() {
        return bytes + 4L * ROWS;
    }
}

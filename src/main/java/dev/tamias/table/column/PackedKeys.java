package dev.tamias.table.column;

import java.util.Arrays;

/**
 * Keys for packed cells, made when Tablesaw first asks to compare, group or count: a hash table of row
 * numbers over the bytes themselves, so that no String is made.
 */
final class PackedKeys {

    private final PackedCells cells;

    private final int[] keys;
    private int[] firstRows = new int[1024];
    private int[] slots = new int[4096];
    private int size;

    PackedKeys(PackedCells cells) {
        this.cells = cells;
        this.keys = new int[cells.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = add(row);
        }
    }

    private int add(int row) {
        byte[] block = cells.block(row);
        int start = cells.start(row);
        int end = cells.end(row);
        int slot = slot(block, start, end);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == firstRows.length) {
            firstRows = Arrays.copyOf(firstRows, size * 2);
        }
        firstRows[size++] = row;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int key = 0; key < size; key++) {
            int row = firstRows[key];
            slots[slot(cells.block(row), cells.start(row), cells.end(row))] = key + 1;
        }
    }

    private int slot(byte[] utf8, int from, int to) {
        int mask = slots.length - 1;
        int slot = CellHash.of(utf8, from, to) & mask;
        while (slots[slot] != 0 && !holds(firstRows[slots[slot] - 1], utf8, from, to)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean holds(int row, byte[] utf8, int from, int to) {
        return Arrays.equals(cells.block(row), cells.start(row), cells.end(row), utf8, from, to);
    }

    int size() {
        return size;
    }

    int key(int row) {
        return keys[row];
    }

    int firstRow(int key) {
        return firstRows[key];
    }

    /** The key of a text, or −1. */
    int keyOf(byte[] utf8) {
        return slots[slot(utf8, 0, utf8.length)] - 1;
    }
}

package dev.tamias.table;

import java.util.Arrays;

/** Different cells and their codes, 0, 1, 2 … in the order of first appearance. */
final class CellDictionary {

    /** What a String of Latin letters takes beside its characters, and its places in the arrays. */
    private static final int OVERHEAD = 56;

    /** A look-up that has to pass so many others meets text that was made to collide. */
    private static final int LONGEST_PROBE = 128;

    private String[] values = new String[16];

    /** Codes plus one, found by the hash of their value. */
    private int[] slots = new int[64];

    private int size;
    private long bytes;
    private boolean crowded;

    int size() {
        return size;
    }

    String value(int code) {
        return values[code];
    }

    /** The code of a value, or −1. */
    int code(String value) {
        int found = slots[slot(value)];
        return found - 1;
    }

    /** The code of a value; a new one where it has none. */
    int codeOrAdd(String value) {
        int slot = slot(value);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        slots[slot] = size;
        bytes += OVERHEAD + value.length();
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(String value) {
        int hash = value.hashCode() * 0x9e3779b9;
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        for (int probes = 0; slots[slot] != 0 && !values[slots[slot] - 1].equals(value); probes++) {
            slot = slot + 1 & mask;
            crowded |= probes > LONGEST_PROBE;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(values[i])] = i + 1;
        }
    }

    /** Whether look-ups have become slow: many values with one hash. */
    boolean crowded() {
        return crowded;
    }

    CellDictionary copy() {
        CellDictionary copy = new CellDictionary();
        copy.values = values.clone();
        copy.slots = slots.clone();
        copy.size = size;
        copy.bytes = bytes;
        return copy;
    }

    /** An estimate of what values and look-up take. */
    long bytes() {
        return bytes + 4L * slots.length;
    }
}

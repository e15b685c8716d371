package dev.tamias.table.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Different cells and their codes, 0, 1, 2 … in the order of first appearance. Cells are looked up by
 * their bytes; a String is made of one when somebody asks for it, and kept.
 */
final class CellDictionary {

    /** A look-up that has to pass so many others meets text that was made to collide. */
    private static final int LONGEST_PROBE = 128;

    /** Of more cells the Strings are made anew: all of them would take more than all else. */
    private static final int MOST_STRINGS = 1 << 16;

    private CellBytes cells = new CellBytes();
    private long[] places = new long[16];
    private int[] hashes = new int[16];

    /** Codes plus one, found by the hash of their cell. */
    private int[] slots = new int[64];

    private final RecentCodes recent = new RecentCodes();
    private @Nullable String[] strings = new String[16];
    private int size;
    private boolean crowded;

    int size() {
        return size;
    }

    /** The cell of a code as a String, the same one each time where there are not too many. */
    String value(int code) {
        if (code >= MOST_STRINGS) {
            return cells.text(places[code]);
        }
        if (code >= strings.length) {
            strings = Arrays.copyOf(strings, Math.min(MOST_STRINGS, places.length));
        }
        String made = strings[code];
        if (made == null) {
            made = cells.text(places[code]);
            strings[code] = made;
        }
        return made;
    }

    /** The array that holds the cell of a code. */
    byte[] array(int code) {
        return cells.array(places[code]);
    }

    int from(int code) {
        return CellBytes.from(places[code]);
    }

    int to(int code) {
        return CellBytes.to(places[code]);
    }

    /** The code of a cell, or −1. */
    int code(byte[] utf8, int from, int to) {
        return slots[slot(CellHash.of(utf8, from, to), utf8, from, to)] - 1;
    }

    /** The code of a cell; a new one where it has none. */
    int codeOrAdd(byte[] utf8, int from, int to) {
        int length = to - from;
        int known = length > RecentCodes.LONGEST ? -1 : recent.code(utf8, from, length);
        return known >= 0 ? known : sought(utf8, from, to);
    }

    private int sought(byte[] utf8, int from, int to) {
        int code = codeOrAdd(CellHash.of(utf8, from, to), utf8, from, to);
        if (to - from <= RecentCodes.LONGEST) {
            recent.keep(code, utf8, from, to - from);
        }
        return code;
    }

    int codeOrAdd(int hash, byte[] utf8, int from, int to) {
        int slot = slot(hash, utf8, from, to);
        int found = slots[slot];
        return found != 0 ? found - 1 : add(slot, hash, utf8, from, to);
    }

    private int add(int slot, int hash, byte[] utf8, int from, int to) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        places[size] = cells.add(utf8, from, to);
        hashes[size] = hash;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(int hash, byte[] utf8, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int probes = 0; slots[slot] != 0; probes++) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash && cells.holds(places[code], utf8, from, to)) {
                return slot;
            }
            slot = slot + 1 & mask;
            crowded |= probes > LONGEST_PROBE;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = hashes[code] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = code + 1;
        }
    }

    /** Whether look-ups have become slow: many cells with one hash. */
    boolean crowded() {
        return crowded;
    }

    CellDictionary copy() {
        CellDictionary copy = new CellDictionary();
        copy.cells = cells.copy();
        copy.places = places.clone();
        copy.hashes = hashes.clone();
        copy.slots = slots.clone();
        copy.size = size;
        return copy;
    }

    /** An estimate of what cells and look-up take. */
    long bytes() {
        return cells.bytes() + 12L * places.length + 4L * slots.length + RecentCodes.BYTES;
    }
}

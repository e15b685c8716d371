package dev.tamias.table.row;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers different longs from 0 in the order in which they come: a hash table by open addressing. */
public final class LongCodes {

    private static final int SMALLEST = 64;

    /** Logs are hostile: which numbers collide must not be known beforehand. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private long[] values = new long[SMALLEST / 2];
    private int[] slots = new int[SMALLEST];
    private int count;

    /** The number of a value, which for a new one is how many were known before. */
    public int code(long value) {
        int slot = slot(value);
        if (slots[slot] == 0) {
            if (count == values.length) {
                grow();
                slot = slot(value);
            }
            values[count++] = value;
            slots[slot] = count;
        }
        return slots[slot] - 1;
    }

    /** The number of a known value, or −1. */
    public int find(long value) {
        return slots[slot(value)] - 1;
    }

    private int slot(long value) {
        int mask = slots.length - 1;
        int slot = hash(value) & mask;
        while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int hash(long value) {
        long mixed = (value ^ seed) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }

    private void grow() {
        values = Arrays.copyOf(values, values.length * 2);
        slots = new int[slots.length * 2];
        for (int i = 0; i < count; i++) {
            slots[slot(values[i])] = i + 1;
        }
    }
}

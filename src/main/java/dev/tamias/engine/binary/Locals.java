package dev.tamias.engine.binary;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The locals of a function: their types, and which of those that start without a value have been set
 * (core specification, appendix "Validation Algorithm").
 *
 * <p>They stay in the groups that the binary declares, since a few bytes can declare thousands.
 */
final class Locals {

    /** How many a function may have, parameters included, as in all engines. */
    private static final int MOST = 50_000;

    /** The types of the first locals, which almost all code uses. */
    private final int[] near = new int[64];

    /** The index behind each group's last local, and its type. */
    private int[] ends = new int[16];

    private int[] types = new int[16];
    private int groups;
    private int params;
    private int count;

    /** Those that start without a value and have one now, and the order in which they got it. */
    private final BitSet set = new BitSet();

    private int[] inits = new int[16];
    private int height;

    /** No locals: a constant expression. */
    void clear() {
        reset(0);
        groups = 0;
        params = 0;
        count = 0;
    }

    /** Takes a function's parameters and reads the locals that it declares. */
    void read(int[] paramTypes, BinaryReader in, ModuleTypes moduleTypes) {
        clear();
        for (int each : paramTypes) {
            add(1, each, in);
        }
        params = count;
        for (int left = in.count(); left > 0; left--) {
            long number = in.u32();
            int offset = in.position();
            add(number, moduleTypes.resolve(TypeCode.read(in), offset), in);
        }
    }

    private void add(long number, int type, BinaryReader in) {
        if (count + number > MOST) {
            throw new InvalidModule(in.position(), "a function has more than " + MOST + " locals");
        }
        int end = count + (int) number;
        if (count < near.length) {
            Arrays.fill(near, count, Math.min(end, near.length), type);
        }
        if (groups == ends.length) {
            ends = Arrays.copyOf(ends, 2 * groups);
            types = Arrays.copyOf(types, 2 * groups);
        }
        ends[groups] = end;
        types[groups++] = type;
        count = end;
    }

    int count() {
        return count;
    }

    int type(int index) {
        if (index < near.length) {
            return near[index];
        }
        int low = 0;
        for (int high = groups - 1; low < high; ) {
            int middle = (low + high) >>> 1;
            if (index < ends[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return types[low];
    }

    /** Whether the local has no value yet. */
    boolean isUnset(int index) {
        return index >= params && !TypeCode.isDefaultable(type(index)) && !set.get(index);
    }

    /** Says that the local has a value now. */
    void set(int index) {
        if (isUnset(index)) {
            set.set(index);
            if (height == inits.length) {
                inits = Arrays.copyOf(inits, 2 * height);
            }
            inits[height++] = index;
        }
    }

    /** How many locals have been set that started without a value. */
    int height() {
        return height;
    }

    /** Forgets those that were set since then. */
    void reset(int to) {
        while (height > to) {
            set.clear(inits[--height]);
        }
    }
}

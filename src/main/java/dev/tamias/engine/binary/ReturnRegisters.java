package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Globals by which an outlined function hands back more than one value. They hold a value from the end
 * of such a function to the next instruction of its caller, when nothing else can run.
 */
final class ReturnRegisters {

    private static final int[] TYPES = {TypeCode.I32, TypeCode.I64, TypeCode.F32, TypeCode.F64};

    /** How many any function can need. */
    static final int MOST = TYPES.length * Outliner.MOST_VALUES;

    private final int firstGlobal;
    private final List<Integer> types = new ArrayList<>();
    private final Map<Integer, List<Integer>> byType = new HashMap<>();

    /**
     * @param firstGlobal the index that the first of these globals has
     */
    ReturnRegisters(int firstGlobal) {
        this.firstGlobal = firstGlobal;
    }

    /**
     * {@link #MOST} registers, at the same indices for all functions of a module, which may be split at
     * different times.
     */
    static ReturnRegisters fixed(int firstGlobal) {
        ReturnRegisters registers = new ReturnRegisters(firstGlobal);
        for (int type : TYPES) {
            Allocation all = registers.new Allocation();
            for (int i = 0; i < Outliner.MOST_VALUES; i++) {
                all.next(type);
            }
        }
        return registers;
    }

    /** Gives out the registers of one way back, each once. */
    final class Allocation {

        private final Map<Integer, Integer> used = new HashMap<>();

        /** The global for the next value of a type. */
        int next(int type) {
            int number = used.merge(type, 1, Integer::sum);
            List<Integer> known = byType.computeIfAbsent(type, same -> new ArrayList<>());
            if (known.size() < number) {
                known.add(firstGlobal + types.size());
                types.add(type);
            }
            return known.get(number - 1);
        }

        /** The globals for values of these types. */
        int[] next(int[] types) {
            int[] globals = new int[types.length];
            for (int i = 0; i < types.length; i++) {
                globals[i] = next(types[i]);
            }
            return globals;
        }
    }

    /** The entries of the global section: mutable, zero. */
    List<byte[]> entries() {
        List<byte[]> entries = new ArrayList<>();
        for (int type : types) {
            BinaryWriter out = new BinaryWriter(12).u8(type).u8(1);
            switch (type) {
                case TypeCode.I32 -> out.u8(0x41).u8(0);
                case TypeCode.I64 -> out.u8(0x42).u8(0);
                case TypeCode.F32 -> out.u8(0x43).bytes(new byte[4]);
                default -> out.u8(0x44).bytes(new byte[8]);
            }
            entries.add(out.u8(0x0b).toBytes());
        }
        return entries;
    }
}

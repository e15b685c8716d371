package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Function types that are added behind those that a module has, each once. */
final class AddedTypes {

    private static final int FUNC = 0x60;

    private final int first;
    private final Map<String, Integer> known = new HashMap<>();
    private final List<byte[]> entries = new ArrayList<>();

    /**
     * @param first the index that the first of them has
     */
    AddedTypes(int first) {
        this.first = first;
    }

    /** The index of a type from and to types of one byte. */
    int index(int[] params, int[] results) {
        return known.computeIfAbsent(
                SubType.list(params) + SubType.list(results), same -> add(params, results));
    }

    private int add(int[] params, int[] results) {
        BinaryWriter out = new BinaryWriter(params.length + results.length + 4).u8(FUNC);
        for (int[] types : new int[][] {params, results}) {
            out.u32(types.length);
            for (int each : types) {
                out.u8(each);
            }
        }
        entries.add(out.toBytes());
        return first + entries.size() - 1;
    }

    /** The entries of the type section. */
    List<byte[]> entries() {
        return entries;
    }
}

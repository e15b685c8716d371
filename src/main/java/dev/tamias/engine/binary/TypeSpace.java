package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One list of function types that all core modules of a component share, and the rewriter that moves
 * a module onto it.
 *
 * <p>Why: Chicory looks a {@code call_indirect}'s type index up in the module of the function that is
 * called. Where a table is filled by another module with another type list, the index means another
 * type there. Once all modules carry the same list, an index means the same everywhere (RATIONALE.md,
 * "Why are core modules rewritten?").
 */
public final class TypeSpace {

    private final Map<CoreType.Func, Integer> indices = new LinkedHashMap<>();
    private final byte[] section;

    private TypeSpace(Iterable<CoreBinary> modules) {
        for (CoreBinary module : modules) {
            if (module.plainTypes()) {
                for (CoreType.Func type : module.types()) {
                    indices.putIfAbsent(type, indices.size());
                }
            }
        }
        this.section = encoded();
    }

    /** The space of all types of these modules. */
    public static TypeSpace of(Iterable<CoreBinary> modules) {
        return new TypeSpace(modules);
    }

    /** The type section that all modules get; two spaces with the same section are the same. */
    public byte[] section() {
        return section;
    }

    private byte[] encoded() {
        BinaryWriter out = new BinaryWriter(1024).u32(indices.size());
        for (CoreType.Func type : indices.keySet()) {
            out.u8(0x60);
            valTypes(out, type.params());
            valTypes(out, type.results());
        }
        return out.toBytes();
    }

    private static void valTypes(BinaryWriter out, List<CoreValType> types) {
        out.u32(types.size());
        types.forEach(type -> out.u8(type.opcode()));
    }

    /**
     * The module with its type section replaced by the shared one, every type index renumbered, and its
     * imports named by their numbers. A
     * module with garbage-collected types or typed references is given back unchanged.
     */
    public byte[] rewrite(CoreBinary module) {
        if (!module.plainTypes()) {
            return module.bytes();
        }
        int[] renumbered = new int[module.types().size()];
        for (int i = 0; i < renumbered.length; i++) {
            renumbered[i] = indices.getOrDefault(module.types().get(i), -1);
            if (renumbered[i] < 0) {
                throw new IllegalArgumentException("the type space was made without this module");
            }
        }
        try {
            return new ModuleRewriter(module, section, renumbered).rewrite();
        } catch (CodeWalker.TypedReferences e) {
            return module.bytes();
        }
    }

    /** The types in their order, for tests and messages. */
    public List<CoreType.Func> types() {
        return new ArrayList<>(indices.keySet());
    }
}

package dev.tamias.engine.binary;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One list of types that all core modules of a component share, and the rewriter that moves a module
 * onto it.
 *
 * <p>Why: Chicory looks a {@code call_indirect}'s type index up in the module of the function that is
 * called. Where a table is filled by another module with another type list, the index means another
 * type there. Once all modules carry the same list, an index means the same everywhere (RATIONALE.md,
 * "Why are core modules rewritten?").
 */
public final class TypeSpace {

    private final Map<TypeGroup, Integer> groups = new LinkedHashMap<>();
    private int size;
    private final byte[] section;

    private TypeSpace(Iterable<CoreBinary> modules) {
        for (CoreBinary module : modules) {
            read(module, true);
        }
        this.section = encoded();
    }

    /**
     * The space of all types of these modules.
     *
     * @throws UnsupportedFeature where a type is of a proposal that the engine does not run
     */
    public static TypeSpace of(Iterable<CoreBinary> modules) {
        return new TypeSpace(modules);
    }

    /** The type section that all modules get; two spaces with the same section are the same. */
    public byte[] section() {
        return section;
    }

    /** How many types the list holds. */
    public int size() {
        return size;
    }

    private byte[] encoded() {
        BinaryWriter out = new BinaryWriter(1024).u32(groups.size());
        groups.forEach((group, first) -> group.write(out, first));
        return out.toBytes();
    }

    private TypeGroup.Reader read(CoreBinary module, boolean adding) {
        BinaryReader in = types(module);
        TypeGroup.Reader reader = new TypeGroup.Reader(in);
        for (int left = in.atEnd() ? 0 : in.count(); left > 0; left--) {
            TypeGroup group = reader.next();
            if (adding && !groups.containsKey(group)) {
                groups.put(group, size);
                size += group.size();
            }
            Integer first = groups.get(group);
            if (first == null) {
                throw new IllegalArgumentException("the type space was made without this module");
            }
            reader.placed(first);
        }
        return reader;
    }

    private static BinaryReader types(CoreBinary module) {
        for (CoreBinary.Section section : module.sections()) {
            if (section.id() == CoreBinaryReader.TYPE) {
                return ModuleRewriter.reader(section, module.bytes());
            }
        }
        return new BinaryReader(new byte[0]);
    }

    /**
     * The module written anew for Chicory: on the shared types, with its imports named by their
     * numbers, its tags imported behind the others, and each reference to a function read from a
     * global, where the engine can see it.
     *
     * @throws UnsupportedFeature where it uses a proposal that the engine does not run
     */
    public byte[] rewrite(CoreBinary module) {
        TypeGroup.Reader types = read(module, false);
        return new ModuleRewriter(module, section, types.places(), types.kinds()).rewrite();
    }
}

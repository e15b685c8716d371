package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a module defines, by index space: the context that its expressions are validated in (core
 * specification, "Contexts").
 */
final class ModuleContext {

    /** A table; {@code max} is −1 where none is stated. */
    record Table(int element, long min, long max, boolean address64) {
        /** The type of its indices. */
        int addressType() {
            return address64 ? TypeCode.I64 : TypeCode.I32;
        }
    }

    /** A global. */
    record Global(int type, boolean mutable) {}

    /** No data count section. */
    static final int UNKNOWN = -1;

    final ModuleTypes types;

    /** The type index of each function and tag. */
    final List<Integer> funcs = new ArrayList<>();

    final List<Integer> tags = new ArrayList<>();
    final List<Table> tables = new ArrayList<>();
    final List<Global> globals = new ArrayList<>();

    final List<CoreType.Memory> memories = new ArrayList<>();

    /** The type of each element segment. */
    final List<Integer> elements = new ArrayList<>();

    /** How many data segments there will be, or {@link #UNKNOWN}. */
    int datas = UNKNOWN;

    private final BitSet references = new BitSet();

    /**
     * @param moduleSize bytes of the module
     */
    ModuleContext(int moduleSize) {
        this.types = new ModuleTypes(moduleSize);
    }

    /** What stands in a space at an index. */
    static <T> T get(List<T> space, int index, String title, int offset) {
        if (index >= space.size()) {
            throw new InvalidModule(
                    offset, "unknown " + title + " " + index + " of " + space.size());
        }
        return space.get(index);
    }

    Table table(int index, int offset) {
        return get(tables, index, "table", offset);
    }

    Global global(int index, int offset) {
        return get(globals, index, "global", offset);
    }

    int element(int index, int offset) {
        return get(elements, index, "element segment", offset);
    }

    /** The type of a memory's addresses. */
    int memory(int index, int offset) {
        return get(memories, index, "memory", offset).address64() ? TypeCode.I64 : TypeCode.I32;
    }

    /** The type index of a function. */
    int func(int index, int offset) {
        return get(funcs, index, "function", offset);
    }

    SubType funcType(int index, int offset) {
        return types.get(func(index, offset));
    }

    /** Says that a function occurs outside of function bodies. */
    void refer(int index, int offset) {
        func(index, offset);
        references.set(index);
    }

    /** Whether a function body may refer to that function. */
    boolean isReferred(int index) {
        return references.get(index);
    }

    SubType tagType(int index, int offset) {
        return types.get(get(tags, index, "tag", offset));
    }

    /** Looks whether there is such a data segment, of which code comes before. */
    void data(int index, int offset) {
        if (datas == UNKNOWN) {
            throw new MalformedBinary(
                    offset, "code that names a data segment needs a data count section before it");
        }
        if (index >= datas) {
            throw new InvalidModule(offset, "unknown data segment " + index + " of " + datas);
        }
    }
}

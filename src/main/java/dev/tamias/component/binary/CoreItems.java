package dev.tamias.component.binary;

import dev.tamias.engine.binary.CoreType;

/** Which core index space a core definition belongs to. */
final class CoreItems {

    private CoreItems() {}

    static CoreSort sort(CoreType type) {
        if (type instanceof CoreType.Func) {
            return CoreSort.FUNC;
        }
        if (type instanceof CoreType.Table) {
            return CoreSort.TABLE;
        }
        if (type instanceof CoreType.Memory) {
            return CoreSort.MEMORY;
        }
        return type instanceof CoreType.Global ? CoreSort.GLOBAL : CoreSort.TAG;
    }

    /** Something of that type is new in the space of its sort. */
    static void append(ComponentScope scope, int offset, CoreType type) {
        if (type instanceof CoreType.Func func) {
            scope.coreFuncs.add(offset, func);
        } else if (type instanceof CoreType.Table table) {
            scope.coreTables.add(offset, table);
        } else if (type instanceof CoreType.Memory memory) {
            scope.coreMemories.add(offset, memory);
        } else if (type instanceof CoreType.Global global) {
            scope.coreGlobals.add(offset, global);
        } else if (type instanceof CoreType.Tag tag) {
            scope.coreTags.add(offset, tag);
        }
    }

    /** The type of an item in a space. */
    static CoreType get(ComponentScope scope, int offset, Definition.CoreItem item) {
        return switch (item.sort()) {
            case FUNC -> scope.coreFuncs.get(offset, item.index());
            case TABLE -> scope.coreTables.get(offset, item.index());
            case MEMORY -> scope.coreMemories.get(offset, item.index());
            case GLOBAL -> scope.coreGlobals.get(offset, item.index());
            case TAG -> scope.coreTags.get(offset, item.index());
        };
    }
}

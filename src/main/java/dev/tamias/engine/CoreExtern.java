package dev.tamias.engine;

import dev.tamias.engine.binary.CoreType;

/** Something that a core instance exports and another can import. */
public sealed interface CoreExtern permits CoreFunc, CoreMemory, CoreTable, CoreGlobal, CoreTag {

    /** Its type as stated where it was defined. */
    CoreType type();
}

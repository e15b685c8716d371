package dev.tamias.component.binary;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.CoreType;

/** What an index of the core type space can stand for (Binary.md, {@code core:deftype}). */
sealed interface CoreDefType {

    /** A core function type. */
    record Func(CoreType.Func type) implements CoreDefType {}

    /** A core module type. */
    record Module(ModuleType type) implements CoreDefType {}
}

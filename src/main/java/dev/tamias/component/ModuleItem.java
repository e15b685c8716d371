package dev.tamias.component;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.CoreBinary;

/**
 * A core module. Its code is the root instantiation's, since all modules share a type space there.
 */
record ModuleItem(CoreBinary module) implements RuntimeItem {

    ModuleType type() {
        return ModuleType.of(module);
    }
}

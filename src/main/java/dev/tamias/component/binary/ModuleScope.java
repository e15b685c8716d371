package dev.tamias.component.binary;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.CoreType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A core module type while it is put together. It has a type space of its own, and takes types from
 * outside by aliases alone.
 */
final class ModuleScope {

    final IndexSpace<CoreType.Func> types;

    private final Map<String, Map<String, CoreType>> imports = new LinkedHashMap<>();
    private final Map<String, CoreType> exports = new LinkedHashMap<>();

    ModuleScope(DecodeLimits limits) {
        types = new IndexSpace<>("core type", limits.definitions());
    }

    /** Components tell a module's imports by their names, which core modules may repeat. */
    void addImport(int offset, String module, String name, CoreType type) {
        Map<String, CoreType> items =
                imports.computeIfAbsent(module, each -> new LinkedHashMap<>());
        if (items.put(name, type) != null) {
            throw BrokenRule.invalid(
                    offset, "a core module imports \"" + module + "\" \"" + name + "\" twice");
        }
    }

    void addExport(int offset, String name, CoreType type) {
        if (exports.put(name, type) != null) {
            throw BrokenRule.invalid(offset, "a core module exports \"" + name + "\" twice");
        }
    }

    ModuleType type() {
        return new ModuleType(imports, exports);
    }
}

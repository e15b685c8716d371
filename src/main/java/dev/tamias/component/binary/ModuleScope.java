package dev.tamias.component.binary;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.CoreType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A core module type while it is put together. It has a type space of its own, and takes types from
 * outside by aliases alone.
 */
final class ModuleScope {

    final IndexSpace<CoreType.Func> types;

    private final List<ModuleType.Import> imports = new ArrayList<>();
    private final List<ModuleType.Export> exports = new ArrayList<>();
    private final Set<List<String>> imported = new HashSet<>();
    private final Set<String> exported = new HashSet<>();

    ModuleScope(DecodeLimits limits) {
        types = new IndexSpace<>("core type", limits.definitions());
    }

    /** Components tell a module's imports by their names, which core modules may repeat. */
    void addImport(int offset, ModuleType.Import each) {
        if (!imported.add(List.of(each.module(), each.name()))) {
            throw BrokenRule.invalid(
                    offset,
                    "a core module imports \""
                            + each.module()
                            + "\" \""
                            + each.name()
                            + "\" twice");
        }
        imports.add(each);
    }

    void addExport(int offset, ModuleType.Export each) {
        if (!exported.add(each.name())) {
            throw BrokenRule.invalid(offset, "a core module exports \"" + each.name() + "\" twice");
        }
        exports.add(each);
    }

    ModuleType type() {
        return new ModuleType(imports, exports);
    }
}

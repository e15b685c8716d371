package dev.tamias.component.type;

import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The imports and exports of a core module, in their order (Explainer.md, {@code core:moduletype}).
 * Names are opaque strings. The types are those of package {@code engine.binary}.
 *
 * @param imports by module name, then by name
 */
public record ModuleType(
        Map<String, Map<String, CoreType>> imports, Map<String, CoreType> exports) {

    public ModuleType {
        Map<String, Map<String, CoreType>> copy = new LinkedHashMap<>();
        imports.forEach((module, items) -> copy.put(module, ordered(items)));
        imports = Collections.unmodifiableMap(copy);
        exports = ordered(exports);
    }

    /** The type of a module. */
    public static ModuleType of(CoreBinary module) {
        Map<String, Map<String, CoreType>> imports = new LinkedHashMap<>();
        module.imports()
                .forEach(
                        each ->
                                imports.computeIfAbsent(
                                                each.module(), from -> new LinkedHashMap<>())
                                        .put(each.name(), each.type()));
        Map<String, CoreType> exports = new LinkedHashMap<>();
        module.exports().forEach(each -> exports.put(each.name(), each.type()));
        return new ModuleType(imports, exports);
    }

    private static Map<String, CoreType> ordered(Map<String, CoreType> items) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }
}

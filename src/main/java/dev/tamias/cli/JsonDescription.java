package dev.tamias.cli;

import dev.tamias.component.TypeNames;
import dev.tamias.component.WorldText;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ModuleType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component imports and exports, as the values that {@link Json} writes (docs/verbs.md). */
final class JsonDescription {

    private JsonDescription() {}

    static Map<String, Object> of(ExternType.ComponentType type) {
        Map<String, Object> words = new LinkedHashMap<>();
        component(type, TypeNames.none(), words);
        return words;
    }

    private static void component(
            ExternType.ComponentType type, TypeNames outer, Map<String, Object> words) {
        TypeNames imported = outer.with(type.imports());
        words.put("imports", ports(type.imports(), imported));
        words.put("exports", ports(type.exports(), imported.with(type.exports())));
    }

    private static List<Object> ports(Map<String, ExternType> ports, TypeNames names) {
        List<Object> all = new ArrayList<>();
        ports.forEach((name, type) -> all.add(port(name, type, names)));
        return all;
    }

    private static Map<String, @Nullable Object> port(
            String name, ExternType type, TypeNames names) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("name", name);
        words.put("version", version(name));
        words.put("kind", kind(type));
        if (type instanceof ExternType.Func func) {
            func(func.type(), names, words);
        } else if (type instanceof ExternType.Type bounded) {
            type(bounded.bound(), names, words);
        } else if (type instanceof ExternType.Instance instance) {
            Map<String, ExternType> exports = instance.type().exports();
            words.put("exports", ports(exports, names.with(exports)));
        } else if (type instanceof ExternType.Component component) {
            TypeNames inner = names.with(component.type().imports());
            words.put("imports", ports(component.type().imports(), inner));
            words.put("exports", ports(component.type().exports(), inner));
        } else if (type instanceof ExternType.Module module) {
            module(module.type(), words);
        }
        return words;
    }

    private static String kind(ExternType type) {
        return type instanceof ExternType.Type bounded && WorldText.isResource(bounded.bound())
                ? "resource"
                : type.title();
    }

    /** The version that a name ends with; null where it has none. */
    static @Nullable String version(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? null : name.substring(at + 1);
    }

    private static void func(FuncType type, TypeNames names, Map<String, @Nullable Object> words) {
        List<Object> params = new ArrayList<>();
        for (FuncType.Param param : type.params()) {
            params.add(pair("name", param.name(), "type", names.text(param.type())));
        }
        ValType result = type.result();
        words.put("params", params);
        words.put("result", result == null ? null : names.text(result));
    }

    private static void type(
            TypeBound bound, TypeNames names, Map<String, @Nullable Object> words) {
        ValType type = TypeNames.definition(new ExternType.Type(bound));
        words.put("type", type == null ? WorldText.other(bound) : names.inFull(type));
    }

    private static void module(ModuleType type, Map<String, @Nullable Object> words) {
        List<Object> imports = new ArrayList<>();
        type.imports()
                .forEach(
                        (from, items) ->
                                items.forEach(
                                        (name, each) -> {
                                            Map<String, Object> item =
                                                    pair("module", from, "name", name);
                                            item.put("type", WorldText.core(each));
                                            imports.add(item);
                                        }));
        List<Object> exports = new ArrayList<>();
        type.exports()
                .forEach(
                        (name, each) ->
                                exports.add(pair("name", name, "type", WorldText.core(each))));
        words.put("imports", imports);
        words.put("exports", exports);
    }

    private static Map<String, Object> pair(String key, String value, String other, String text) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put(key, value);
        words.put(other, text);
        return words;
    }
}

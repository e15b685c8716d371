package dev.tamias.component;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ModuleType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.model.GuestText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a component imports and exports, as text for people, close to WIT. */
public final class WorldText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    /** Those that were shown before: where they are named again, it is no new one. */
    private final Set<ResourceId> resources = new HashSet<>();

    private WorldText() {}

    /** Its world; ends with a line feed. */
    public static String of(ExternType.ComponentType type) {
        WorldText world = new WorldText();
        world.component(type, "", TypeNames.none());
        return world.text.toString();
    }

    private void component(ExternType.ComponentType type, String indent, TypeNames outer) {
        TypeNames imported = outer.with(type.imports());
        type.imports().forEach((name, each) -> port("import ", name, each, indent, imported));
        TypeNames exported = imported.with(type.exports());
        type.exports().forEach((name, each) -> port("export ", name, each, indent, exported));
    }

    /** One import, or one export of a component or of an instance. */
    private void port(
            String direction, String name, ExternType type, String indent, TypeNames names) {
        text.append(indent).append(direction);
        if (type instanceof ExternType.Func func) {
            text.append(name).append(": ").append(names.text(func.type())).append('\n');
        } else if (type instanceof ExternType.Type bounded) {
            text.append(definition(name, bounded.bound(), names)).append('\n');
        } else {
            text.append(name).append(": ").append(type.title()).append(" {\n");
            inside(type, indent + INDENT, names);
            text.append(indent).append("}\n");
        }
    }

    private void inside(ExternType type, String indent, TypeNames names) {
        if (type instanceof ExternType.Instance instance) {
            Map<String, ExternType> exports = instance.type().exports();
            TypeNames inner = names.with(exports);
            exports.forEach((name, each) -> port("", name, each, indent, inner));
        } else if (type instanceof ExternType.Component component) {
            component(component.type(), indent, names);
        } else if (type instanceof ExternType.Module module) {
            module(module.type(), indent);
        }
    }

    private String definition(String name, TypeBound bound, TypeNames names) {
        if (bound instanceof TypeBound.Resource resource && resources.add(resource.id())) {
            return "resource " + name;
        }
        ValType type = TypeNames.definition(new ExternType.Type(bound));
        return "type " + name + " = " + (type == null ? other(bound) : names.inFull(type));
    }

    /** Whether it is a resource type. */
    public static boolean isResource(TypeBound bound) {
        return bound instanceof TypeBound.Resource
                || bound instanceof TypeBound.Equal equal
                        && equal.type() instanceof AnyType.Resource;
    }

    /** A type that is no value type. */
    public static String other(TypeBound bound) {
        if (bound instanceof TypeBound.Resource resource) {
            return "resource " + resource.id();
        }
        AnyType type = ((TypeBound.Equal) bound).type();
        return type instanceof AnyType.Resource resource
                ? "resource " + resource.id()
                : type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void module(ModuleType type, String indent) {
        type.imports()
                .forEach(
                        (from, items) ->
                                items.forEach(
                                        (name, each) ->
                                                item(
                                                        "import " + quoted(from) + " ",
                                                        name,
                                                        each,
                                                        indent)));
        type.exports().forEach((name, each) -> item("export ", name, each, indent));
    }

    private void item(String direction, String name, CoreType type, String indent) {
        text.append(indent)
                .append(direction)
                .append(quoted(name))
                .append(": ")
                .append(core(type))
                .append('\n');
    }

    private static String quoted(String name) {
        return '"' + GuestText.oneLine(name) + '"';
    }

    /** A core type in words. */
    public static String core(CoreType type) {
        return type instanceof CoreType.Func ? type.title() + " " + type : type.title();
    }
}

package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The imports or the exports of something: names with types, each name strongly unique. */
final class NameSpace {

    /** Where the entries come from, which decides about their names. */
    enum Kind {
        IMPORTS("import"),
        EXPORTS("export"),

        /** Those of an instance put together from definitions: no scope of it knows a label. */
        INSTANCE("export");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private final Kind kind;
    private final Map<String, ExternType> types = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    NameSpace(Kind kind) {
        this.kind = kind;
    }

    void add(int offset, String name, ExternType type) {
        boolean dependency = kind == Kind.IMPORTS && DependencyNames.isDependency(name);
        if (!dependency) {
            ExternNames.check(offset, name);
        }
        if (!taken.add(dependency ? name : ExternNames.canonical(name))) {
            throw BrokenRule.invalid(
                    offset, kind.title + " name \"" + name + "\" conflicts with one before");
        }
        AnnotatedNames.check(offset, name, type, this);
        types.put(name, type);
    }

    /** The resource type under that label; null where there is none. */
    @Nullable ResourceId resource(String label) {
        return kind != Kind.INSTANCE
                        && types.get(label) instanceof ExternType.Type bounded
                        && bounded.bound() instanceof TypeBound.Resource resource
                ? resource.id()
                : null;
    }

    int size() {
        return types.size();
    }

    /** In the order in which they were added. */
    Map<String, ExternType> types() {
        return types;
    }
}

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

    private final String title;
    private final Map<String, ExternType> types = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param title what a message calls an entry
     */
    NameSpace(String title) {
        this.title = title;
    }

    void add(int offset, String name, ExternType type) {
        ExternNames.check(offset, name);
        if (!taken.add(ExternNames.canonical(name))) {
            throw BrokenRule.invalid(
                    offset, title + " name \"" + name + "\" conflicts with one before");
        }
        AnnotatedNames.check(offset, name, type, this);
        types.put(name, type);
    }

    /** The resource type under that label; null where there is none. */
    @Nullable ResourceId resource(String label) {
        return types.get(label) instanceof ExternType.Type bounded
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

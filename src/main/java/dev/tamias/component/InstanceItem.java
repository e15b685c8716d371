package dev.tamias.component;

import dev.tamias.component.type.ExternType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exports of an instance, in their order. */
record InstanceItem(Map<String, RuntimeItem> exports) implements RuntimeItem {

    /** What has that name, or null. */
    @Nullable RuntimeItem get(String name) {
        return exports.get(name);
    }

    /** What has that name or a compatible version of it, or null. */
    @Nullable RuntimeItem find(String name) {
        return ExternName.find(exports, name);
    }

    /** The names of all but types without identity. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        exports.forEach(
                (name, item) -> {
                    if (!(item instanceof TypeItem)) {
                        names.add(name);
                    }
                });
        return Collections.unmodifiableSet(names);
    }

    /**
     * The item as something of that type shows it: an instance without what the type leaves out.
     */
    static RuntimeItem seenAs(ExternType type, RuntimeItem item) {
        return type instanceof ExternType.Instance wanted && item instanceof InstanceItem instance
                ? instance.seenAs(wanted.type())
                : item;
    }

    private InstanceItem seenAs(ExternType.InstanceType type) {
        Map<String, RuntimeItem> seen = new LinkedHashMap<>();
        boolean same = type.exports().size() == exports.size();
        for (Map.Entry<String, ExternType> each : type.exports().entrySet()) {
            RuntimeItem item = exports.get(each.getKey());
            if (item != null) {
                RuntimeItem part = seenAs(each.getValue(), item);
                same &= part == item;
                seen.put(each.getKey(), part);
            }
        }
        return same ? this : new InstanceItem(seen);
    }
}

package dev.tamias.component;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exports of an instance; types without identity are not among them. */
record InstanceItem(Map<String, RuntimeItem> exports) implements RuntimeItem {

    /** What has that name, or null. */
    @Nullable RuntimeItem get(String name) {
        return exports.get(name);
    }

    /** What has that name or a compatible version of it, or null. */
    @Nullable RuntimeItem find(String name) {
        return ExternName.find(exports, name);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(exports.keySet());
    }
}

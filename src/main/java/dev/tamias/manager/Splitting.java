package dev.tamias.manager;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a log may be cut, and its parts parsed by several instances of a parser, with the rows that one
 * instance makes of the whole: what {@code splittable} says in the table {@code [x-tamias]} of a plugin's
 * toml. Then no row depends on another, and records end where the toml says.
 *
 * @param atLineFeeds whether every line feed ends a record
 * @param where the settings under which that holds, and their values as texts ({@code splittable-where})
 */
public record Splitting(boolean atLineFeeds, Map<String, String> where) {

    /** Never. */
    public static final Splitting NONE = new Splitting(false, Map.of());

    public Splitting {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }
}

package dev.tamias.component.binary;

import org.jspecify.annotations.Nullable;

/**
 * How values cross between a core function and a component function (Binary.md, {@code canonopt}).
 *
 * @param memory core memory index
 * @param realloc core function index
 * @param postReturn core function index
 */
public record CanonicalOptions(
        StringEncoding encoding,
        @Nullable Integer memory,
        @Nullable Integer realloc,
        @Nullable Integer postReturn) {

    /** How a core module keeps strings. */
    public enum StringEncoding {
        UTF8,
        UTF16,
        LATIN1_UTF16
    }
}

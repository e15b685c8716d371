package dev.tamias.component.binary;

/**
 * What can be aliased from a core instance; each sort has an index space (Binary.md, {@code
 * core:sort}).
 */
public enum CoreSort {
    FUNC,
    TABLE,
    MEMORY,
    GLOBAL,
    TAG
}

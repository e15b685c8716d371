package dev.tamias.component.binary;

/**
 * What a component's index can point at; each sort has an index space (Binary.md, {@code sort}).
 */
public enum Sort {
    CORE_MODULE,
    FUNC,
    TYPE,
    COMPONENT,
    INSTANCE
}

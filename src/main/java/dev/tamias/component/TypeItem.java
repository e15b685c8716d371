package dev.tamias.component;

import dev.tamias.component.type.AnyType;

/**
 * A type that has no identity of its own.
 *
 * @param scope of the resource ids in it
 */
record TypeItem(AnyType type, ResourceScope scope) implements RuntimeItem {}

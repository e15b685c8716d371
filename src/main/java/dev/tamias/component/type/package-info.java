/**
 * What a component says: value types, function types, and the types of everything that can be
 * imported or exported (component-model, Explainer.md, "Type Definitions"). Resolved: no index is
 * left in them; two value types are the same type exactly when they are equal.
 *
 * <p>Read first: {@link dev.tamias.component.type.ValType} and {@link
 * dev.tamias.component.type.ExternType}.
 *
 * <p>May not know: bytes, memories, instances.
 */
@NullMarked
package dev.tamias.component.type;

import org.jspecify.annotations.NullMarked;

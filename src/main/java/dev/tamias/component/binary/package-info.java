/**
 * Bytes to a validated component: the binary format and the validation rules of the Component Model
 * (component-model, Binary.md and Explainer.md), or an exception that names the offset.
 *
 * <p>Read first: {@link dev.tamias.component.binary.ComponentDecoder} and {@link
 * dev.tamias.component.binary.Definition}.
 *
 * <p>May not know: memories, instances, how a call is made.
 */
@NullMarked
package dev.tamias.component.binary;

import org.jspecify.annotations.NullMarked;

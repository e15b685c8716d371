/**
 * Core WebAssembly modules as bytes: what they import and export, whether they are valid, how they are
 * moved onto another type list, and how functions are split and cut out of them for a compiler (core
 * specification, "Binary Format" and "Validation").
 *
 * <p>Read first: {@link dev.tamias.engine.binary.CoreBinary} and {@link
 * dev.tamias.engine.binary.TypeSpace}; for validation {@code InstructionTable} and {@code
 * ExpressionValidator}, which follow the specification's appendix.
 *
 * <p>May not know: Chicory, instances, compiled code, components.
 */
@NullMarked
package dev.tamias.engine.binary;

import org.jspecify.annotations.NullMarked;

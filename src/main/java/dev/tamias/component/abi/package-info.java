/**
 * The Canonical ABI: how component values become core values and bytes of linear memory, and back. It
 * is written to be held side by side with the specification's {@code definitions.py}: the same names,
 * one {@link dev.tamias.engine.Rule#trapIf} for one {@code trap_if}.
 *
 * <p>Read first: {@link dev.tamias.component.abi.Codec} and {@link dev.tamias.component.abi.LiftLower}.
 *
 * <p>May not know: how instances come to be, WASI, plugins, Chicory.
 */
@NullMarked
package dev.tamias.component.abi;

import org.jspecify.annotations.NullMarked;

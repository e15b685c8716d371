/**
 * The one engine: core WebAssembly modules, what they import and export, their compiled code, their
 * limits, their interruption, and the executor that everything of Tamias runs on.
 *
 * <p>Read first: {@link dev.tamias.engine.Engine} and {@link dev.tamias.engine.binary.TypeSpace}.
 *
 * <p>May not know: components, WASI, plugins. It is the only package that may know Chicory, so that
 * another core engine is a change of this package alone.
 */
@NullMarked
package dev.tamias.engine;

import org.jspecify.annotations.NullMarked;

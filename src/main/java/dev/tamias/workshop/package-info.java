/**
 * A bench for people who write plugins: WAT text and core modules become components, and components text,
 * inside the JVM and without another tool. The tool is wasm-tools, a core module that runs on our engine.
 *
 * <p>Read first: {@link dev.tamias.workshop.Workshop}.
 *
 * <p>May not know: plugins, Chipmunk's interfaces, Jupyter.
 */
@NullMarked
package dev.tamias.workshop;

import org.jspecify.annotations.NullMarked;

/**
 * Scripts of the public conformance suites, in the JSON form that {@code wasm-tools json-from-wast}
 * writes: read, carried out command by command, and judged. Beside it the encoding of component values
 * that scripts and the command line share.
 *
 * <p>Read first: {@link dev.tamias.cli.wast.ScriptRunner} and {@link dev.tamias.cli.wast.Judge}.
 *
 * <p>May not know: plugins, WASI, standard output, how a command line is written.
 */
@NullMarked
package dev.tamias.cli.wast;

import org.jspecify.annotations.NullMarked;

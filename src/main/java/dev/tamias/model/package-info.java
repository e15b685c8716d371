/**
 * The words that everybody shares: plugins, their configuration, what they parse, limits, and the
 * failures that can be reported. Everything here is immutable and free of behaviour beyond checking
 * itself.
 *
 * <p>Read first: {@link dev.tamias.model.ParsedItem} and {@link dev.tamias.model.TamiasException}.
 *
 * <p>May not know: any other package of Tamias, WebAssembly, files, tables.
 */
@NullMarked
package dev.tamias.model;

import org.jspecify.annotations.NullMarked;

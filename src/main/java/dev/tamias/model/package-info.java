/**
 * The words that everybody shares: plugins, their configuration, what they parse, limits, and the
 * failures that can be reported. Everything here is immutable and free of behaviour beyond checking
 * itself; only {@link dev.tamias.model.Utf8Cells} are lent for the length of a call.
 *
 * <p>Read first: {@link dev.tamias.model.ParsedItem} and {@link dev.tamias.model.TamiasException}.
 *
 * <p>May not know: any other package of Tamias, WebAssembly, files, tables.
 */
@NullMarked
package dev.tamias.model;

import org.jspecify.annotations.NullMarked;

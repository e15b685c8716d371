/**
 * Feeds a parser from a source to its end: slices, progress, errors and what becomes of the tail.
 *
 * <p>Read first: {@link dev.tamias.session.ParseSession} and {@link dev.tamias.session.ParsePolicy}.
 *
 * <p>May not know: plugins on disk, tables.
 */
@NullMarked
package dev.tamias.session;

import org.jspecify.annotations.NullMarked;

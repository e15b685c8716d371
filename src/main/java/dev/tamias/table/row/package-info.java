/**
 * Tablesaw's columns read and written by rows, as primitives: which rows, in which order, in which
 * group, at what time. The machinery under {@code LogTable}'s operations.
 *
 * <p>Read first: {@link dev.tamias.table.row.Rows} and {@link dev.tamias.table.row.Groups}.
 *
 * <p>May not know: logs, plugins, pictures.
 */
@NullMarked
package dev.tamias.table.row;

import org.jspecify.annotations.NullMarked;

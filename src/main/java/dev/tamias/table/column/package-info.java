/**
 * Columns as their cells arrive and as Tablesaw has them: cells are kept as text, each different one once
 * or all packed, and become values of the narrowest type when they are asked for.
 *
 * <p>Read first: {@link dev.tamias.table.column.CellColumn} and {@link
 * dev.tamias.table.column.TextStore}.
 *
 * <p>May not know: rows, filters, options, where cells come from.
 */
@NullMarked
package dev.tamias.table.column;

import org.jspecify.annotations.NullMarked;

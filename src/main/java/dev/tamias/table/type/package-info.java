/**
 * What cells mean: the types of columns, how a cell is read as a value of one, and the narrowest type of
 * cells that come one after the other. All on UTF-8 in byte arrays; no value is an object.
 *
 * <p>Read first: {@link dev.tamias.table.type.CellType} and {@link dev.tamias.table.type.TypeTracker}.
 *
 * <p>May not know: rows, columns, tables, Tablesaw.
 */
@NullMarked
package dev.tamias.table.type;

import org.jspecify.annotations.NullMarked;

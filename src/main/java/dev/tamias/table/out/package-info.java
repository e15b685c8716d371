/**
 * Rows into files that other programs read: CSV, JSON lines, Arrow. Rows of a run go through a file of
 * cells, since only the end of the input says of what types its columns are; no table is made between.
 *
 * <p>Read first: {@link dev.tamias.table.out.CellSpool} and {@link dev.tamias.table.out.OutputFile}.
 *
 * <p>May not know: plugins, hosts, how items come about.
 */
@NullMarked
package dev.tamias.table.out;

import org.jspecify.annotations.NullMarked;

package dev.tamias.table.type;

/**
 * A cell that did not fit the type of the column so far and made it a wider one, losslessly: what came
 * before is read again as the wider type.
 *
 * @param row the cell's row in the table, from 0
 * @param text the cell, cut where it is long
 */
public record Widening(CellType.Kind from, CellType.Kind to, long row, String text) {}

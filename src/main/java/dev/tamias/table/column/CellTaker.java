package dev.tamias.table.column;

/** Takes a cell as UTF-8, where it lies; what is kept of it is copied. */
@FunctionalInterface
interface CellTaker {

    /** Takes the cell {@code utf8[from, to)}. */
    void take(byte[] utf8, int from, int to);
}

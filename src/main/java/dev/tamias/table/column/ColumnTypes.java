package dev.tamias.table.column;

import tech.tablesaw.api.ColumnType;

/** Tablesaw's types of columns. */
public final class ColumnTypes {

    private ColumnTypes() {}

    /**
     * To be called before a first column of numbers or times is made: the types initialise each other,
     * so that a thread that begins at one of these and another that begins at all of them wait for each
     * other for ever. Takes some milliseconds once, which a run without a table does not pay.
     */
    public static void initialise() {
        ColumnType.values();
    }
}

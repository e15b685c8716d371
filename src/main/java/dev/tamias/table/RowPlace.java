package dev.tamias.table;

/** Where a row comes from: columns that a table has on request, by which the raw record is found again. */
public enum RowPlace {
    /** The name of the input. */
    SOURCE("Source"),
    /** The row's number in its source, from 0, counted before any filter. */
    ROW("Row"),
    /** The first byte of the row in its source. */
    OFFSET("Offset"),
    /** Bytes of the row in its source. */
    LENGTH("Length");

    private final String title;

    RowPlace(String title) {
        this.title = title;
    }

    /** The name of the column. */
    public String title() {
        return title;
    }
}

package dev.tamias.table.out;

/** A cell of CSV, RFC 4180. */
public final class CsvText {

    private CsvText() {}

    /**
     * The cell, in quotes where it needs them.
     *
     * @param alone whether it is the only one of its record; an empty one is then quoted, since an empty
     *     line is no record to many readers
     */
    public static String field(String cell, boolean alone) {
        boolean plain = !(alone && cell.isEmpty());
        for (int i = 0; plain && i < cell.length(); i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}

package dev.tamias.cli;

import dev.tamias.table.TextTable;

/** A line of results: fields set apart by tabs. */
final class Line {

    private Line() {}

    /** The fields, escaped and set apart by tabs. */
    static String of(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : "\t").append(TextTable.escape(String.valueOf(field)));
        }
        return line.toString();
    }
}

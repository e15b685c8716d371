package dev.tamias.table.out;

import java.nio.file.Path;
import tech.tablesaw.api.Table;

/**
 * Tables into files that other programs read, in place of files that are there. Times are written to the
 * nanosecond, from the column of nanoseconds beside them where there is one.
 */
public final class TableFiles {

    private TableFiles() {}

    /** Writes CSV, RFC 4180 with a header. */
    public static Path csv(Table table, Path file) {
        return write(table, file, OutputFormat.CSV);
    }

    /** Writes a JSON object a row and line. */
    public static Path jsonLines(Table table, Path file) {
        return write(table, file, OutputFormat.JSON_LINES);
    }

    /** Writes an Arrow IPC file; needs Arrow's optional library. */
    public static Path arrow(Table table, Path file) {
        return write(table, file, OutputFormat.ARROW);
    }

    private static Path write(Table table, Path file, OutputFormat format) {
        try (TableRows rows = new TableRows(table)) {
            return OutputFile.write(file, format, rows);
        }
    }
}

package dev.tamias.table.out;

/** The formats that rows of values are written in here; Parquet is DuckDB's. */
public enum OutputFormat {
    /** Comma-separated values, RFC 4180. */
    CSV,
    /** A JSON object a line. */
    JSON_LINES,
    /** Arrow's IPC file, also called Feather 2. */
    ARROW;

    /**
     * Makes sure that it can be written, before long work.
     *
     * @throws dev.tamias.model.HostException where a library is missing
     */
    public void require() {
        writer().close();
    }

    ValueWriter writer() {
        return switch (this) {
            case CSV -> TextWriter.csv();
            case JSON_LINES -> TextWriter.jsonLines();
            case ARROW -> ArrowLibrary.writer();
        };
    }
}

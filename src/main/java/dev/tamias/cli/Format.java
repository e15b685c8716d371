package dev.tamias.cli;

/** What {@code parse} can write. */
enum Format {
    /** For people: the first and the last rows, in columns of equal width. */
    TABLE,
    /** For programs: every row, RFC 4180, with one header line. */
    CSV,
    /** For programs: every row as a JSON object of a line of its own. */
    JSONL,
    /** A Parquet file of values, for which DuckDB is needed. */
    PARQUET,
    /** An Arrow IPC file of values, for which Arrow is needed. */
    ARROW;

    /** Whether it is a file of values, whole at its end, and not rows as they come. */
    boolean isOfValues() {
        return this == PARQUET || this == ARROW;
    }
}

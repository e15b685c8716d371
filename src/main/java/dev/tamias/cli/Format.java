package dev.tamias.cli;

/** What {@code parse} can write. */
enum Format {
    /** For people: the first and the last rows, in columns of equal width. */
    TABLE,
    /** For programs: every row, RFC 4180, with one header line. */
    CSV,
    /** For programs: every row as a JSON object of a line of its own. */
    JSONL,
    /** Named so that it can be said that it is not there yet. */
    PARQUET
}

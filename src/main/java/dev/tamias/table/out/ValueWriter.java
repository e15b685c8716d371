package dev.tamias.table.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes rows of values in one format. One use. */
interface ValueWriter {

    /** What stands before the rows. The stream is buffered, and not closed. */
    void begin(List<ValueColumn> columns, OutputStream target) throws IOException;

    /** The row that {@code rows} is at. */
    void row(ValueRows rows) throws IOException;

    /** What stands behind the rows. */
    void end() throws IOException;

    /** Gives back what it holds, also where it did not come to its end. */
    default void close() {}
}

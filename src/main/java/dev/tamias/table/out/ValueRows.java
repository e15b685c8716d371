package dev.tamias.table.out;

import java.io.IOException;
import java.util.List;

/** Rows of values, one after the other. Closing it gives back what it reads from. */
public interface ValueRows extends AutoCloseable {

    /** The columns, in their order. */
    List<ValueColumn> columns();

    /** Goes to the next row; false behind the last one. */
    boolean next() throws IOException;

    /**
     * The row's value in a column that is not text, as {@link dev.tamias.table.type.CellParser} says it; its
     * {@code NOT} where the value is missing.
     */
    long bits(int column);

    /** The row's text in a column of texts, as UTF-8; empty where it is missing. */
    byte[] utf8(int column);

    @Override
    void close();
}

package dev.tamias.table;

import java.util.List;

/**
 * Takes rows as they are decoded and keeps them in columns: the seam between parsing and whatever holds
 * the rows. Nothing is made for a row; all that is handed over may be used again by the caller.
 *
 * <p>Tablesaw's tables are filled through it by {@link TableSink}.
 */
@FunctionalInterface
public interface ColumnSink {

    /**
     * One row.
     *
     * @param source which input the row is of
     * @param offset the first byte of the row in its source
     * @param length bytes of the row in its source
     * @param cells in the parser's order; the list is not kept. Where they are {@link
     *     dev.tamias.model.Utf8Cells} no String has to be made of them
     * @return whether the row was kept, not dropped by a filter
     * @throws dev.tamias.model.HostException where there is no room for more rows; those before are kept
     */
    boolean append(String source, long offset, long length, List<String> cells);
}

package dev.tamias.table;

import dev.tamias.table.column.ColumnReport;
import java.util.List;

/**
 * What became of the rows and columns of a table, for whoever wants to know what was not as it should be.
 *
 * @param rows rows that were kept
 * @param dropped rows that the filter did not let through
 * @param shortRows kept rows with fewer cells than the parser has columns; missing at their end
 * @param firstShortRow the first of those in the table; −1 where there is none
 * @param longRows kept rows with more cells than that; in columns of their own
 * @param firstLongRow the first of those in the table; −1 where there is none
 * @param crowdedRows rows with so many cells that the last of them share a cell
 */
public record TableReport(
        long rows,
        long dropped,
        long shortRows,
        long firstShortRow,
        long longRows,
        long firstLongRow,
        long crowdedRows,
        List<ColumnReport> columns) {

    public TableReport {
        columns = List.copyOf(columns);
    }

    /** The report of the column with that name. */
    public ColumnReport column(String name) {
        return columns.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column \"" + name + "\""));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(rows).append(" rows");
        if (dropped > 0) {
            text.append(", ").append(dropped).append(" dropped by the filter");
        }
        if (shortRows > 0) {
            text.append(", ").append(shortRows).append(" with too few cells, the first ");
            text.append(firstShortRow);
        }
        if (longRows > 0) {
            text.append(", ").append(longRows).append(" with too many cells, the first ");
            text.append(firstLongRow);
        }
        columns.forEach(column -> text.append('\n').append(column));
        return text.append('\n').toString();
    }
}

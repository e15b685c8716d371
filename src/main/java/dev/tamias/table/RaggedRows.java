package dev.tamias.table;

import dev.tamias.table.column.ColumnReport;
import java.util.List;

/** Counts rows that have not as many cells as the parser has columns. */
final class RaggedRows {

    private static final String BETWEEN = "\t";

    private final int expected;
    private long shortRows;
    private long firstShortRow = -1;
    private long longRows;
    private long firstLongRow = -1;
    private long crowdedRows;

    RaggedRows(int expected) {
        this.expected = expected;
    }

    void count(long row, int cells) {
        if (cells < expected) {
            firstShortRow = shortRows++ == 0 ? row : firstShortRow;
        } else if (cells > expected) {
            firstLongRow = longRows++ == 0 ? row : firstLongRow;
        }
    }

    /** The cells of a row that has more of them than a table may have columns, as one. */
    String joined(List<String> cells) {
        crowdedRows++;
        return String.join(BETWEEN, cells);
    }

    /** These rows with others behind them. */
    RaggedRows and(RaggedRows others, long rows) {
        RaggedRows all = new RaggedRows(expected);
        all.shortRows = shortRows + others.shortRows;
        all.longRows = longRows + others.longRows;
        all.crowdedRows = crowdedRows + others.crowdedRows;
        all.firstShortRow = first(firstShortRow, others.firstShortRow, rows);
        all.firstLongRow = first(firstLongRow, others.firstLongRow, rows);
        return all;
    }

    private static long first(long row, long other, long rows) {
        return row >= 0 ? row : other < 0 ? -1 : other + rows;
    }

    TableReport report(long rows, long dropped, List<ColumnReport> columns) {
        return new TableReport(
                rows,
                dropped,
                shortRows,
                firstShortRow,
                longRows,
                firstLongRow,
                crowdedRows,
                columns);
    }
}

package dev.tamias.cli;

import dev.tamias.table.ColumnPlan;
import dev.tamias.table.out.CsvText;
import dev.tamias.table.out.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Writes rows for another program, each as it comes, or all of a table's. */
final class RowWriter {

    private final Appendable target;
    private final StringBuilder line = new StringBuilder();

    RowWriter(Appendable target) {
        this.target = target;
    }

    /** All of a table, as {@link #csvRow} does it. */
    void csv(Relation table) throws IOException {
        csvRow(table.columnNames());
        for (int row = 0; row < table.rowCount(); row++) {
            csvRow(cells(table, row));
        }
    }

    /** All of a table, as {@link #jsonlRow} does it. */
    void jsonl(Relation table) throws IOException {
        ColumnPlan columns = new ColumnPlan(table.columnNames());
        for (int row = 0; row < table.rowCount(); row++) {
            jsonlRow(columns, cells(table, row));
        }
    }

    private static List<String> cells(Relation table, int row) {
        List<String> cells = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            cells.add(column.getUnformattedString(row));
        }
        return cells;
    }

    /**
     * RFC 4180, but with line feeds alone between records, as most tools write and all read. The one
     * cell of a record is quoted where it is empty, since an empty line is no record to many readers.
     */
    void csvRow(List<String> cells) throws IOException {
        line.setLength(0);
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",").append(CsvText.field(cells.get(i), cells.size() == 1));
        }
        target.append(line.append('\n'));
    }

    /** One JSON object a line, its keys the names of the columns. */
    void jsonlRow(ColumnPlan columns, List<String> cells) throws IOException {
        line.setLength(0);
        for (int i = 0; i < cells.size(); i++) {
            boolean known = i < columns.names().size();
            line.append(i == 0 ? '{' : ',');
            JsonText.quote(known ? columns.names().get(i) : columns.extra(i + 1), line);
            line.append(':');
            JsonText.quote(cells.get(i), line);
        }
        target.append(line.append("}\n"));
    }
}

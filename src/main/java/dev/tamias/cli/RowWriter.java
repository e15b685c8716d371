package dev.tamias.cli;

import java.io.IOException;
import java.util.List;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Writes every row of a table for another program. */
final class RowWriter {

    private final Appendable target;

    RowWriter(Appendable target) {
        this.target = target;
    }

    /**
     * RFC 4180, but with line feeds alone between records, as most tools write and all read. The one
     * cell of a record is quoted where it is empty, since an empty line is no record to many readers.
     */
    void csv(Relation table) throws IOException {
        List<Column<?>> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            target.append(i == 0 ? "" : ",")
                    .append(field(columns.get(i).name(), columns.size() == 1));
        }
        target.append('\n');
        for (int row = 0; row < table.rowCount(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                String cell = columns.get(i).getUnformattedString(row);
                target.append(i == 0 ? "" : ",").append(field(cell, columns.size() == 1));
            }
            target.append('\n');
        }
    }

    private static String field(String cell, boolean alone) {
        boolean plain = !(alone && cell.isEmpty());
        for (int i = 0; plain && i < cell.length(); i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** One JSON object a line, its keys the names of the columns. */
    void jsonl(Relation table) throws IOException {
        List<Column<?>> columns = table.columns();
        StringBuilder line = new StringBuilder();
        for (int row = 0; row < table.rowCount(); row++) {
            line.setLength(0);
            for (Column<?> column : columns) {
                line.append(line.isEmpty() ? '{' : ',');
                Json.quote(column.name(), line);
                line.append(':');
                Json.quote(column.getUnformattedString(row), line);
            }
            target.append(line).append("}\n");
        }
    }
}

package dev.tamias.table;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Builds a table column by column: no object a row. A row with fewer cells than columns has missing
 * values at its end; one with more keeps them in columns of their own.
 */
public final class TableSink {

    private static final String MISSING = "";

    private final String name;
    private final ColumnPlan plan;
    private final List<StringColumn> columns = new ArrayList<>();
    private int rows;

    public TableSink(String name, ColumnPlan plan) {
        this.name = name;
        this.plan = plan;
        plan.names().forEach(column -> columns.add(StringColumn.create(column)));
    }

    /** Appends a row; the list is not kept. */
    public void append(List<String> cells) {
        while (cells.size() > columns.size()) {
            addExtra();
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).append(i < cells.size() ? cells.get(i) : MISSING);
        }
        rows++;
    }

    private void addExtra() {
        StringColumn column = StringColumn.create(plan.extra(columns.size() + 1));
        for (int i = 0; i < rows; i++) {
            column.append(MISSING);
        }
        columns.add(column);
    }

    public int rows() {
        return rows;
    }

    /** The table of the rows so far. */
    public Table table() {
        return Table.create(name, columns.toArray(new StringColumn[0]));
    }
}

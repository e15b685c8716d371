package dev.tamias.table;

import java.util.Arrays;
import java.util.List;

/** Tables of a few rows, for tests. */
final class Sinks {

    private Sinks() {}

    /** A table of one column, its cells being the rows. */
    static TypedTable column(TableOptions options, String name, String... cells) {
        TableSink sink = new TableSink("t", new ColumnPlan(List.of(name)), options);
        for (String cell : cells) {
            sink.append(List.of(cell));
        }
        return sink.build();
    }

    static TypedTable column(String name, String... cells) {
        return column(TableOptions.defaults(), name, cells);
    }

    /** A table of rows, each of cells between bars. */
    static TypedTable rows(TableOptions options, List<String> names, String... rows) {
        TableSink sink = new TableSink("t", new ColumnPlan(names), options);
        for (String row : rows) {
            sink.append(Arrays.asList(row.split("\\|", -1)));
        }
        return sink.build();
    }
}

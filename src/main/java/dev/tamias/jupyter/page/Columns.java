package dev.tamias.jupyter.page;

import dev.tamias.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows of text under captions, for a terminal. */
final class Columns {

    private final List<StringColumn> columns = new ArrayList<>();
    private int rows;

    Columns(String... captions) {
        for (String each : captions) {
            columns.add(StringColumn.create(each));
        }
    }

    Columns row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            columns.get(i).append(Html.fit(cells[i]));
        }
        rows++;
        return this;
    }

    /** The table's text; no row is left out. */
    String text() {
        return TextTable.of(Table.create("", columns.toArray(StringColumn[]::new)), rows);
    }
}

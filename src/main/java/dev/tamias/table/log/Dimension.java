package dev.tamias.table.log;

import dev.tamias.table.row.ColumnCells;
import dev.tamias.table.row.Groups;
import dev.tamias.table.row.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A small table with one row for each value of a key: names for codes, owners of components. */
final class Dimension {

    private final Table table;
    private final Column<?> key;
    private final Map<String, Integer> rowOfKey = new HashMap<>();

    Dimension(Table table, String keyName) {
        this.table = table;
        this.key = Columns.named(table, keyName);
        for (int row = 0; row < key.size(); row++) {
            String value = key.getUnformattedString(row);
            if (!key.isMissing(row) && rowOfKey.put(value, row) != null) {
                throw Columns.trouble(
                        "Table \"%s\" has the key \"%s\" more than once in column \"%s\", so a join would double rows"
                                .formatted(table.name(), value, keyName));
            }
        }
    }

    /**
     * This table's columns but the key for each row of a log, missing where the dimension has no such key.
     * Keys are compared by the text that they show.
     */
    List<Column<?>> columnsFor(Column<?> cells) {
        Rows all = Rows.range(0, cells.size());
        Groups groups = Groups.of(cells, all);
        int[] rowOfGroup = new int[groups.count()];
        Arrays.setAll(rowOfGroup, group -> row(cells, groups.first(group)));
        int[] index = new int[cells.size()];
        Arrays.setAll(index, row -> rowOfGroup[groups.at(row)]);
        Rows rows = Rows.of(index);
        List<Column<?>> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (column != key) {
                columns.add(ColumnCells.copy(column, rows));
            }
        }
        return columns;
    }

    private int row(Column<?> cells, int row) {
        return cells.isMissing(row)
                ? -1
                : rowOfKey.getOrDefault(cells.getUnformattedString(row), -1);
    }
}

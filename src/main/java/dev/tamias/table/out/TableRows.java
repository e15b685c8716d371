package dev.tamias.table.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.CellType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The rows of a table. A column of instants takes its nanoseconds from the column of its name with " ns"
 * behind, where there is one, which is not written itself. Columns of other kinds are texts.
 */
final class TableRows implements ValueRows {

    private static final String NANOSECONDS = " ns";
    private static final long MILLISECOND = 1_000_000L;

    private final List<ValueColumn> columns = new ArrayList<>();
    private final List<Column<?>> values = new ArrayList<>();
    private final int rows;
    private int row = -1;

    TableRows(Table table) {
        this.rows = table.rowCount();
        for (Column<?> column : table.columns()) {
            if (nanoseconds(table, column) != null && column instanceof InstantColumn) {
                columns.add(new ValueColumn(column.name(), CellType.Kind.INSTANT));
                values.add(table.column(column.name() + NANOSECONDS));
            } else if (!isNanoseconds(table, column)) {
                columns.add(new ValueColumn(column.name(), kind(column)));
                values.add(column);
            }
        }
    }

    private static @Nullable Column<?> nanoseconds(Table table, Column<?> column) {
        String name = column.name() + NANOSECONDS;
        return table.containsColumn(name) && table.column(name) instanceof LongColumn exact
                ? exact
                : null;
    }

    private static boolean isNanoseconds(Table table, Column<?> column) {
        String name = column.name();
        if (!(column instanceof LongColumn) || !name.endsWith(NANOSECONDS)) {
            return false;
        }
        String times = name.substring(0, name.length() - NANOSECONDS.length());
        return table.containsColumn(times) && table.column(times) instanceof InstantColumn;
    }

    private static CellType.Kind kind(Column<?> column) {
        if (column instanceof InstantColumn) {
            return CellType.Kind.INSTANT;
        }
        if (column instanceof LongColumn
                || column instanceof IntColumn
                || column instanceof ShortColumn) {
            return CellType.Kind.INTEGER;
        }
        if (column instanceof NumericColumn<?>) {
            return CellType.Kind.FLOATING;
        }
        return column instanceof BooleanColumn ? CellType.Kind.BOOLEAN : CellType.Kind.TEXT;
    }

    @Override
    public List<ValueColumn> columns() {
        return List.copyOf(columns);
    }

    @Override
    public boolean next() {
        return ++row < rows;
    }

    @Override
    public long bits(int at) {
        Column<?> column = values.get(at);
        if (column.isMissing(row)) {
            return CellParser.NOT;
        }
        if (column instanceof LongColumn longs) {
            return longs.getLong(row);
        }
        if (column instanceof InstantColumn times) {
            return times.get(row).toEpochMilli() * MILLISECOND;
        }
        if (column instanceof BooleanColumn booleans) {
            return Boolean.TRUE.equals(booleans.get(row)) ? 1 : 0;
        }
        double value = ((NumericColumn<?>) column).getDouble(row);
        return columns.get(at).kind() == CellType.Kind.INTEGER
                ? (long) value
                : Double.doubleToRawLongBits(value + 0.0);
    }

    @Override
    public byte[] utf8(int at) {
        Column<?> column = values.get(at);
        return column.isMissing(row)
                ? new byte[0]
                : column.getUnformattedString(row).getBytes(UTF_8);
    }

    @Override
    public void close() {
        // A table is held by whoever gave it.
    }
}

package dev.tamias.table.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * One column out of several tables' rows. Columns of different types become the narrowest that holds all
 * of them: longs, doubles, or else the text that they show.
 */
public final class MergedCells {

    private final Rows order;
    private final List<Rows> rows;
    private final int[] starts;

    /**
     * @param order all rows of all tables, counted from 0 through the tables
     * @param rows those of each table
     */
    public MergedCells(Rows order, List<Rows> rows) {
        this.order = order;
        this.rows = List.copyOf(rows);
        this.starts = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            starts[i + 1] = starts[i] + rows.get(i).size();
        }
    }

    /** The table of the row at a position. */
    public int table(int position) {
        int at = order.at(position);
        int table = 0;
        while (at >= starts[table + 1]) {
            table++;
        }
        return table;
    }

    private int row(int position, int table) {
        return rows.get(table).at(order.at(position) - starts[table]);
    }

    /**
     * The merged column.
     *
     * @param parts one for each table, null where it has no such column; not all are null
     */
    public Column<?> merge(String name, List<@Nullable Column<?>> parts) {
        Column<?> to = empty(parts);
        List<ColumnCells.@Nullable RowCopy> copies = new ArrayList<>();
        for (Column<?> part : parts) {
            copies.add(part == null ? null : copy(part, to));
        }
        boolean plain = isPlain(parts, to);
        List<String> texts = new ArrayList<>(plain ? order.size() : 0);
        for (int i = 0; i < order.size(); i++) {
            int table = table(i);
            Column<?> part = parts.get(table);
            ColumnCells.RowCopy copy = copies.get(table);
            int row = row(i, table);
            if (plain) {
                boolean missing = part == null || part.isMissing(row);
                texts.add(missing ? "" : part.getUnformattedString(row));
            } else if (part == null || copy == null || part.isMissing(row)) {
                to.appendMissing();
            } else {
                copy.row(row);
            }
        }
        return plain ? TextCells.of(name, texts) : to.setName(name);
    }

    /** Text that is not all from small dictionaries is gathered first. */
    private static boolean isPlain(List<@Nullable Column<?>> parts, Column<?> to) {
        return to instanceof StringColumn
                && parts.stream()
                        .filter(Objects::nonNull)
                        .anyMatch(
                                part ->
                                        !(part instanceof StringColumn text)
                                                || !TextCells.isSmall(text));
    }

    private static Column<?> empty(List<@Nullable Column<?>> parts) {
        List<Column<?>> all = new ArrayList<>();
        for (Column<?> part : parts) {
            if (part != null) {
                all.add(part);
            }
        }
        Column<?> first = all.get(0);
        if (all.stream().allMatch(part -> part.type() == first.type())) {
            return first.emptyCopy();
        } else if (all.stream().allMatch(MergedCells::isInteger)) {
            return LongColumn.create(first.name());
        } else if (all.stream().allMatch(MergedCells::fitsDouble)) {
            return DoubleColumn.create(first.name());
        }
        return StringColumn.create(first.name());
    }

    private static boolean isInteger(Column<?> column) {
        return column instanceof ShortColumn
                || column instanceof IntColumn
                || column instanceof LongColumn;
    }

    /** All numbers but longs, which a double does not hold in full. */
    private static boolean fitsDouble(Column<?> column) {
        return column instanceof ShortColumn
                || column instanceof IntColumn
                || column instanceof FloatColumn
                || column instanceof DoubleColumn;
    }

    private static ColumnCells.RowCopy copy(Column<?> from, Column<?> to) {
        if (from.type() == to.type()) {
            return ColumnCells.rowCopy(from, to);
        } else if (to instanceof LongColumn longs) {
            LongCells cells = Objects.requireNonNull(LongCells.of(from));
            return row -> longs.append(cells.at(row));
        } else if (to instanceof DoubleColumn doubles && from instanceof NumericColumn<?> numbers) {
            return row -> doubles.append(numbers.getDouble(row));
        }
        return row -> ((StringColumn) to).append(from.getUnformattedString(row));
    }
}

package dev.tamias.table.log;

import dev.tamias.table.row.ColumnCells;
import dev.tamias.table.row.Groups;
import dev.tamias.table.row.LongCells;
import dev.tamias.table.row.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Counts of equal cells, and what a column looks like as a whole. */
final class Counts {

    static final String COUNT = "Count";
    private static final String SHARE = "Share";

    private Counts() {}

    /** The {@code most} largest groups of rows with equal cells, with their sizes. */
    static Table by(Table table, Rows rows, List<String> names, int most, boolean withShare) {
        List<Column<?>> columns = Columns.named(table, names);
        Groups groups = Groups.of(columns, rows);
        int[] order = groups.bySize();
        order = Arrays.copyOf(order, Math.min(order.length, most));
        int[] sizes = groups.sizes();
        List<Column<?>> counted = new ArrayList<>();
        if (rows.size() > 0) {
            Rows firsts = groups.firsts(rows, order);
            columns.forEach(column -> counted.add(ColumnCells.copy(column, firsts)));
        } else {
            columns.forEach(column -> counted.add(column.emptyCopy()));
        }
        IntColumn counts = IntColumn.create(COUNT);
        DoubleColumn shares = DoubleColumn.create(SHARE);
        for (int group : order) {
            counts.append(sizes[group]);
            shares.append((double) sizes[group] / rows.size());
        }
        counted.add(counts);
        if (withShare) {
            counted.add(shares);
        }
        return Columns.table(table.name() + " by " + String.join(", ", names), counted);
    }

    /** The rows whose cell of a column occurs at most {@code most} times among them. */
    static Rows rare(Column<?> column, Rows rows, int most) {
        Groups groups = Groups.of(column, rows);
        int[] sizes = groups.sizes();
        int[] position = {0};
        return rows.where(row -> sizes[groups.at(position[0]++)] <= most);
    }

    /** A row for each column: type, cells, missing and different ones, range, mean, the most frequent. */
    static Table summary(Table table, Rows rows) {
        List<StringColumn> texts = new ArrayList<>();
        for (String name : List.of("Column", "Type", "Min", "Max", "Top")) {
            texts.add(StringColumn.create(name));
        }
        List<IntColumn> numbers = new ArrayList<>();
        for (String name : List.of(COUNT, "Missing", "Unique", "Top Count")) {
            numbers.add(IntColumn.create(name));
        }
        DoubleColumn means = DoubleColumn.create("Mean");
        for (Column<?> column : table.columns()) {
            Described described = Described.of(column, rows);
            String[] cells = described.texts();
            int[] counts = described.numbers();
            for (int i = 0; i < cells.length; i++) {
                texts.get(i).append(cells[i]);
            }
            for (int i = 0; i < counts.length; i++) {
                numbers.get(i).append(counts[i]);
            }
            means.append(described.mean);
        }
        return Table.create(
                "Summary of " + table.name(),
                texts.get(0),
                texts.get(1),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                texts.get(2),
                texts.get(3),
                means,
                texts.get(4),
                numbers.get(3));
    }

    /** One column's line of the summary. */
    private record Described(
            Column<?> column,
            int count,
            int missing,
            int unique,
            int least,
            int most,
            int top,
            int topCount,
            double mean) {

        static Described of(Column<?> column, Rows rows) {
            RowCompare order = RowCompare.of(column);
            int missing = 0;
            int least = -1;
            int most = -1;
            double sum = 0;
            for (int i = 0; i < rows.size(); i++) {
                int row = rows.at(i);
                if (column.isMissing(row)) {
                    missing++;
                    continue;
                }
                least = least < 0 || order.compare(row, least) < 0 ? row : least;
                most = most < 0 || order.compare(row, most) > 0 ? row : most;
                sum += column instanceof NumericColumn<?> numbers ? numbers.getDouble(row) : 0;
            }
            int count = rows.size() - missing;
            boolean hasMean = count > 0 && column instanceof NumericColumn<?>;
            Groups groups = Groups.of(column, rows);
            int[] sizes = groups.sizes();
            int top = -1;
            for (int group = 0; group < sizes.length; group++) {
                boolean larger = top < 0 || sizes[group] > sizes[top];
                if (larger && !column.isMissing(rows.at(groups.first(group)))) {
                    top = group;
                }
            }
            return new Described(
                    column,
                    count,
                    missing,
                    groups.count() - (missing > 0 ? 1 : 0),
                    least,
                    most,
                    top < 0 ? -1 : rows.at(groups.first(top)),
                    top < 0 ? 0 : sizes[top],
                    hasMean ? sum / count : Double.NaN);
        }

        String[] texts() {
            return new String[] {
                column.name(), column.type().name(), text(least), text(most), text(top)
            };
        }

        int[] numbers() {
            return new int[] {count, missing, unique, topCount};
        }

        private String text(int row) {
            return row < 0 ? "" : column.getUnformattedString(row);
        }
    }

    /** The order of two rows' cells, which are not missing: by number, by time, by text. */
    @FunctionalInterface
    private interface RowCompare {

        int compare(int row, int other);

        static RowCompare of(Column<?> column) {
            if (column instanceof DoubleColumn doubles) {
                return (row, other) ->
                        Double.compare(doubles.getDouble(row), doubles.getDouble(other));
            }
            @Nullable LongCells cells =
                    column instanceof NumericColumn<?> ? null : LongCells.of(column);
            if (cells != null) {
                return (row, other) -> Long.compare(cells.at(row), cells.at(other));
            } else if (column instanceof NumericColumn<?> numbers) {
                return (row, other) -> compare(numbers, row, other);
            }
            return (row, other) ->
                    column.getUnformattedString(row).compareTo(column.getUnformattedString(other));
        }

        private static int compare(NumericColumn<?> numbers, int row, int other) {
            int order = Double.compare(numbers.getDouble(row), numbers.getDouble(other));
            LongCells exact = order == 0 ? LongCells.of(numbers) : null;
            return exact == null ? order : Long.compare(exact.at(row), exact.at(other));
        }
    }
}

package dev.tamias.table.log;

import dev.tamias.table.chart.BarChart;
import dev.tamias.table.chart.HeatMap;
import dev.tamias.table.chart.TimeHistogram;
import dev.tamias.table.chart.ValueLine;
import dev.tamias.table.row.CalendarGrid;
import dev.tamias.table.row.ColumnCells;
import dev.tamias.table.row.Groups;
import dev.tamias.table.row.RowOrder;
import dev.tamias.table.row.Rows;
import dev.tamias.table.row.Times;
import dev.tamias.table.template.DrainSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * A log as a table, some of its rows, in an order. Immutable: every step gives a new view of the same
 * columns and copies nothing; {@link #table} copies the rows that are left. Questions give a table.
 *
 * <p>The time is the first column of instants or local times, or the one named with {@link #time}; where
 * a column named like it with " ns" behind stands beside it, that one is read. Missing cells are values
 * like any other when counting; rows without a time are in no range, are counted behind the last slot,
 * and in any order stay behind the row before them, as a stack trace does.
 */
public final class LogTable {

    private final Table source;
    private final Rows rows;
    private final @Nullable String time;
    private final ZoneId zone;

    private LogTable(Table source, Rows rows, @Nullable String time, ZoneId zone) {
        this.source = source;
        this.rows = rows;
        this.time = time;
        this.zone = zone;
    }

    /** All rows of a table, which must not change from now on. */
    public static LogTable of(Table table) {
        return new LogTable(table, Rows.range(0, table.rowCount()), null, ZoneOffset.UTC);
    }

    Table source() {
        return source;
    }

    Rows rows() {
        return rows;
    }

    Times times() {
        return Columns.times(source, time);
    }

    /** The times, or null if there are none and none were named. */
    @Nullable Times timesIfAny() {
        boolean any = time != null || source.columns().stream().anyMatch(Columns::isTime);
        return any ? times() : null;
    }

    ZoneId calendar() {
        return zone;
    }

    private LogTable with(Rows other) {
        return new LogTable(source, other, time, zone);
    }

    /** The rows at hand as all rows of a table, which columns can be added to. */
    private LogTable copied() {
        return new LogTable(table(), Rows.range(0, rows.size()), time, zone);
    }

    /** The rows at hand and further columns, which have a cell for each of them. */
    LogTable withColumns(List<? extends Column<?>> more) {
        List<Column<?>> columns = new ArrayList<>(table().columns());
        List<String> names = new ArrayList<>(source.columnNames());
        for (Column<?> column : more) {
            column.setName(Columns.free(names, column.name()));
            names.add(column.name());
            columns.add(column);
        }
        Table wider = Table.create(source.name(), columns.toArray(new Column<?>[0]));
        return new LogTable(wider, Rows.range(0, rows.size()), time, zone);
    }

    /** The column of times to go by: instants, local times, or longs of nanoseconds since 1970 in UTC. */
    public LogTable time(String column) {
        return new LogTable(source, rows, column, zone);
    }

    /** The zone in whose calendar instants are counted; UTC if it is not set. Local times have none. */
    public LogTable zone(ZoneId ofCalendar) {
        return new LogTable(source, rows, time, ofCalendar);
    }

    /** How many rows there are. */
    public int rowCount() {
        return rows.size();
    }

    /**
     * The rows as a table of their own, in their order. Where they are all rows of the table that this began
     * with, it is that table.
     */
    public Table table() {
        return rows.areAllOf(source.rowCount()) ? source : ColumnCells.copy(source, rows);
    }

    /** The first rows. */
    public LogTable head(int most) {
        return with(rows.slice(0, Math.max(0, Math.min(most, rows.size()))));
    }

    /** The last rows. */
    public LogTable tail(int most) {
        return with(rows.slice(Math.max(0, rows.size() - Math.max(0, most)), rows.size()));
    }

    /**
     * The rows that pass a test, made by {@code LogTables.column(name)}.
     *
     * <p>Tablesaw copies the rows at each step, and compiles a regular expression once for each row.
     */
    public LogTable where(Match match) {
        IntPredicate test = match.of(source);
        return with(rows.where(test));
    }

    /** The rows that are in a selection of Tablesaw's, made of the columns of the table this began with. */
    public LogTable where(Selection selection) {
        return with(rows.where(selection::contains));
    }

    /**
     * The rows from a time on and before another.
     *
     * <p>Found by halving where the rows are in the order of time; Tablesaw goes through all rows and copies.
     */
    public LogTable between(Instant from, Instant before) {
        Times times = times();
        return with(TimeRange.between(times, rows, times.tick(from), times.tick(before)));
    }

    /** The rows from a time on and before another, on the clock of {@link #zone} if they are instants. */
    public LogTable between(LocalDateTime from, LocalDateTime before) {
        Times times = times();
        return with(
                TimeRange.between(times, rows, times.tick(from, zone), times.tick(before, zone)));
    }

    /**
     * The rows from a time on and before another, both as ISO 8601 has them: {@code 2026-01-31}, {@code
     * 2026-01-31T12:00}, {@code 2026-01-31T12:00:00.5Z}; without an offset on the clock of {@link #zone}.
     */
    public LogTable between(String from, String before) {
        Times times = times();
        return with(
                TimeRange.between(
                        times,
                        rows,
                        TimeRange.tick(times, zone, from),
                        TimeRange.tick(times, zone, before)));
    }

    /**
     * The rows in the order of time; those of one time keep their order.
     *
     * <p>Tablesaw compares cell by cell and takes 19 s for 10 million rows, in order or not.
     */
    public LogTable sortByTime() {
        long[] times = times().carried(rows);
        return RowOrder.isAscending(times) ? this : with(rows.order(RowOrder.ascending(times)));
    }

    /** The rows with the latest first; those of one time keep their order. */
    public LogTable sortByTimeDescending() {
        return with(rows.order(RowOrder.descending(times().carried(rows))));
    }

    /**
     * The rows with a column for each named group of a regular expression: what it has in the first match in
     * each cell. Columns of whole numbers become longs, of other numbers doubles; numbers with zeros before
     * them stay text, since they are names more often. Where nothing matches, cells are missing.
     */
    public LogTable extract(String column, String regex) {
        LogTable copy = copied();
        Column<?> cells = Columns.named(copy.source, column);
        return copy.withColumns(Extraction.of(cells, ColumnMatch.compile(regex)));
    }

    /** The rows with the columns of a table that has one row for each value of a column of the same name. */
    public LogTable join(String column, Table dimension) {
        return join(column, dimension, column);
    }

    /**
     * The rows with the columns of a table that has one row for each value of its key; missing cells where
     * it has none, so that no row is lost.
     *
     * <p>Tablesaw's join takes 5.5 s for a million rows and 40 keys.
     */
    public LogTable join(String column, Table dimension, String key) {
        Dimension keys = new Dimension(dimension, key);
        LogTable copy = copied();
        return copy.withColumns(keys.columnsFor(Columns.named(copy.source, column)));
    }

    /** The rows whose value of a column occurs at most so often among the rows at hand. */
    public LogTable rare(String column, int most) {
        return with(Counts.rare(Columns.named(source, column), rows, most));
    }

    /**
     * The most frequent values of a column with their counts and shares of all rows; values that come
     * equally often in the order of their first row. Missing cells are one value.
     *
     * <p>Tablesaw's {@code countByCategory} sorts by nothing and throws on text of many values.
     */
    public Table topN(String column, int most) {
        return Counts.by(source, rows, List.of(column), Math.max(0, most), true);
    }

    /**
     * How many rows each value of a column, or of several together, has; the largest count first.
     *
     * <p>Tablesaw throws on text of more than about 65,000 values.
     */
    public Table countBy(String... columns) {
        return Counts.by(source, rows, List.of(columns), Integer.MAX_VALUE, false);
    }

    /**
     * A row for each column: type, cells, missing and different ones, least and greatest, mean, the most
     * frequent.
     *
     * <p>Tablesaw throws on text of many values.
     */
    public Table summary() {
        return Counts.summary(source, rows);
    }

    /** How many rows each slot of time has; slots begin on the calendar's marks, and empty ones are there. */
    public Table buckets(Duration every) {
        return buckets(grid(every), null);
    }

    /** How many rows each slot of time has for each value of a column. */
    public Table buckets(Duration every, String split) {
        return buckets(grid(every), split);
    }

    /**
     * How many rows each slot of a number of calendar units has, as of three months.
     *
     * <p>Tablesaw's {@code timeWindow} counts from the first row and gives numbers instead of times.
     */
    public Table buckets(int count, ChronoUnit unit) {
        return buckets(grid(count, unit), null);
    }

    /** How many rows each slot of a number of calendar units has for each value of a column. */
    public Table buckets(int count, ChronoUnit unit, String split) {
        return buckets(grid(count, unit), split);
    }

    private Table buckets(CalendarGrid grid, @Nullable String split) {
        String name = source.name() + " over time";
        if (split == null) {
            return slots(grid, null).table(name, null, new int[] {0});
        }
        Column<?> column = Columns.named(source, split);
        Groups groups = Groups.of(column, rows);
        int[] order = groups.bySize();
        SlotCounts slots = slots(grid, groups);
        return slots.table(name, ColumnCells.copy(column, groups.firsts(rows, order)), order);
    }

    /** A picture of how many rows there are over time, in at most 300 slots of a usual length. */
    public TimeHistogram histogram() {
        return new Pictures(this).histogram(null, null);
    }

    /** A picture of how many rows each slot of time has. */
    public TimeHistogram histogram(Duration every) {
        return new Pictures(this).histogram(grid(every), null);
    }

    /** A picture of how many rows each slot of time has, stacked by a column's most frequent values. */
    public TimeHistogram histogram(Duration every, String split) {
        return new Pictures(this).histogram(grid(every), split);
    }

    /** A picture of a column's most frequent values. */
    public BarChart bars(String column, int most) {
        return BarChart.of(topN(column, most), column, Counts.COUNT);
    }

    /** A picture of a column's numbers over time, in at most 300 slots of a usual length. */
    public ValueLine valueLine(String column) {
        return new Pictures(this).valueLine(null, column);
    }

    /** A picture of a column's numbers: least, median and greatest of each slot of time. */
    public ValueLine valueLine(String column, Duration every) {
        return new Pictures(this).valueLine(grid(every), column);
    }

    /** A picture of when a column's ten most frequent values occur. */
    public HeatMap heatMap(Duration every, String column) {
        return new Pictures(this).heatMap(grid(every), column);
    }

    SlotCounts slots(CalendarGrid grid, @Nullable Groups groups) {
        return SlotCounts.of(times(), rows, grid, zone, groups);
    }

    private static CalendarGrid grid(Duration every) {
        CalendarGrid grid = CalendarGrid.every(every);
        if (grid == null) {
            throw Columns.trouble(
                    "Slots of " + every + " cannot be made; take a length above zero");
        }
        return grid;
    }

    private static CalendarGrid grid(int count, ChronoUnit unit) {
        CalendarGrid grid = CalendarGrid.every(count, unit);
        if (grid == null) {
            throw Columns.trouble("Slots of %d %s cannot be made".formatted(count, unit));
        }
        return grid;
    }

    /**
     * The values of a column that no row before a time has, with the time of their first row and their
     * count, in the order of that time.
     */
    public Table newSince(String column, Instant since) {
        Times times = times();
        return Hints.newSince(times, rows, Columns.named(source, column), times.tick(since));
    }

    /** The templates of a column of messages, with drain3's settings and no masks. */
    public Templates templates(String column) {
        return templates(column, DrainSettings.defaults());
    }

    /** The templates of a column of messages, which come in the order of the rows. */
    public Templates templates(String column, DrainSettings settings) {
        return Templates.of(this, column, settings);
    }

    /** Hint: stretches of time of at least this length without a row. */
    public Table gaps(Duration least) {
        return Hints.gaps(times(), rows, grid(least).approximateNanos());
    }

    /**
     * Hint: slots whose count is four or more usual deviations away from the median of the twelve slots
     * before.
     */
    public Table rateChanges(Duration every) {
        return Hints.rateChanges(slots(grid(every), null));
    }
}

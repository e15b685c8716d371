package dev.tamias.table;

import dev.tamias.model.HostException;
import dev.tamias.model.Utf8Cells;
import dev.tamias.table.column.CellColumn;
import dev.tamias.table.column.CellReading;
import dev.tamias.table.column.ColumnReport;
import dev.tamias.table.column.ColumnTypes;
import dev.tamias.table.column.ColumnValues;
import dev.tamias.table.column.TextStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Builds a table column by column: no object a row. A row with fewer cells than columns has missing
 * values at its end; one with more keeps them in columns of their own. Where rows say where they are
 * from, those columns come first. Cells become values when the table is asked for, since only the end of
 * the input says of what type a column is. One thread at a time.
 */
public final class TableSink implements ColumnSink {

    /** Rows, and characters, after which memory is looked at. */
    private static final int CHECKED_ROWS = 1024;

    private static final int CHECKED_CHARACTERS = 1 << 20;

    /** Bytes of a table that is no small one. */
    private static final int PREPARED_FROM = 1 << 20;

    /** Rows whose columns take some milliseconds. */
    private static final int WORTH_SHARING = 1 << 14;

    private final String name;
    private final ColumnPlan plan;
    private final TableOptions options;
    private final MemoryGuard guard;
    private final Predicate<List<String>> where;
    private final int[] selected;

    /** All columns; those that were selected come first. */
    private final List<CellColumn> columns = new ArrayList<>();

    private final CellColumn[] selectedColumns;
    private final PlaceColumns places;
    private RaggedRows ragged;
    private int rows;
    private long dropped;
    private int unchecked;
    private boolean prepared;

    /** A table of texts, for rows that do not say where they are from. */
    public TableSink(String name, ColumnPlan plan) {
        this(name, plan, TableOptions.defaults().asText());
    }

    /**
     * A table with options.
     *
     * @throws HostException where they name a column that the plan has not
     */
    public TableSink(String name, ColumnPlan plan, TableOptions options) {
        this(name, plan, options, MemoryGuard.ofHeap(options.heapShare()));
    }

    TableSink(String name, ColumnPlan plan, TableOptions options, MemoryGuard guard) {
        this.name = name;
        this.plan = plan;
        this.options = options;
        this.guard = guard;
        this.where = RowMatcher.of(options, plan.names());
        this.selected = options.selected(plan.names());
        this.ragged = new RaggedRows(plan.names().size());
        this.places = new PlaceColumns(options.places());
        for (int at : selected) {
            String column = plan.names().get(at);
            columns.add(new CellColumn(column, options.type(column)));
        }
        this.selectedColumns = columns.toArray(new CellColumn[0]);
    }

    /** Appends a row of which nobody asks where it is from; the list is not kept. */
    public void append(List<String> cells) {
        append("", 0, 0, cells);
    }

    @Override
    public boolean append(String source, long offset, long length, List<String> cells) {
        places.count(source);
        if (!where.test(cells)) {
            dropped++;
            return false;
        }
        int count = cells.size();
        ragged.count(rows, count);
        if (cells instanceof Utf8Cells utf8) {
            appendSelected(utf8);
        } else {
            appendSelected(cells);
        }
        if (options.columns().isEmpty() && Math.max(count, columns.size()) > selected.length) {
            appendExtra(cells);
        }
        places.append(source, offset, length);
        rows++;
        if (rows % CHECKED_ROWS == 0 || unchecked > CHECKED_CHARACTERS) {
            unchecked = 0;
            long taken = bytes();
            prepare(taken);
            guard.check(taken, rows);
        }
        return true;
    }

    /** Has Tablesaw look through the class path while there is room for that, not when cells fill the heap. */
    private void prepare(long taken) {
        if (!prepared && taken > PREPARED_FROM) {
            ColumnTypes.initialise();
            Table.create();
            prepared = true;
        }
    }

    private void appendSelected(Utf8Cells cells) {
        int count = cells.size();
        for (int i = 0; i < selected.length; i++) {
            int at = selected[i];
            CellColumn column = selectedColumns[i];
            if (at < count) {
                int from = cells.from(at);
                int to = cells.to(at);
                unchecked += to - from;
                column.append(cells.array(at), from, to);
            } else {
                column.appendMissing();
            }
        }
    }

    private void appendSelected(List<String> cells) {
        int count = cells.size();
        for (int i = 0; i < selected.length; i++) {
            add(
                    selectedColumns[i],
                    selected[i] < count ? cells.get(selected[i]) : TextStore.MISSING);
        }
    }

    private void add(CellColumn column, String cell) {
        unchecked += cell.length();
        column.append(cell);
    }

    private void appendExtra(List<String> cells) {
        int most = selected.length + options.extraColumns();
        addExtraColumns(Math.min(most, cells.size()));
        for (int i = selected.length; i < columns.size(); i++) {
            boolean crowded = i == most - 1 && cells.size() > most;
            String cell = i < cells.size() ? cells.get(i) : TextStore.MISSING;
            add(columns.get(i), crowded ? ragged.joined(cells.subList(i, cells.size())) : cell);
        }
    }

    private void addExtraColumns(int count) {
        while (columns.size() < count) {
            String extra = plan.extra(columns.size() + 1);
            CellColumn column = new CellColumn(extra, options.type(extra));
            column.appendMissing(rows);
            columns.add(column);
        }
    }

    /**
     * Appends all rows of another sink of the same plan and options.
     *
     * @throws HostException where there is no room for them
     */
    public void append(TableSink other) {
        guard.check(bytes() + other.bytes(), rows);
        appendAll(List.of(other), ColumnWork.IN_TURN);
    }

    /** Whether there is room for the rows of all those. */
    public boolean hasRoomFor(List<TableSink> others) {
        try {
            guard.check(bytes() + others.stream().mapToLong(TableSink::bytes).sum(), rows);
            return true;
        } catch (HostException e) {
            return false;
        }
    }

    /** Appends all rows of other sinks of the same plan and options, for which there is room. */
    public void appendAll(List<TableSink> others, ColumnWork work) {
        others.forEach(other -> addExtraColumns(other.columns.size()));
        long more = others.stream().mapToLong(TableSink::rows).sum();
        of(rows + more, work).run(columns.size() + 1, number -> append(others, number - 1));
        for (TableSink other : others) {
            ragged = ragged.and(other.ragged, rows);
            rows += other.rows;
            dropped += other.dropped;
        }
    }

    /** Appends the cells of one column, or for −1 the places of the rows. */
    private void append(List<TableSink> others, int at) {
        for (TableSink other : others) {
            if (at < 0) {
                places.append(other.places);
            } else if (at < other.columns.size()) {
                columns.get(at).appendAll(other.columns.get(at));
            } else {
                columns.get(at).appendMissing(other.rows);
            }
        }
    }

    /** Of few rows, no work is worth another thread. */
    private static ColumnWork of(long rows, ColumnWork work) {
        return rows < WORTH_SHARING ? ColumnWork.IN_TURN : work;
    }

    /** Rows that were kept. */
    public int rows() {
        return rows;
    }

    /** An estimate of what a table of the rows so far takes. */
    public long bytes() {
        long bytes = places.bytes();
        for (CellColumn column : columns) {
            bytes += column.bytes();
        }
        return bytes;
    }

    /** The table of the rows so far. */
    public Table table() {
        return build().table();
    }

    /** The names of the columns that a table of the rows so far would have; makes none. */
    public List<String> names() {
        return values(new ArrayList<>(), ColumnWork.IN_TURN).stream().map(Column::name).toList();
    }

    /** The table of the rows so far, and the report of what was not as it should be. */
    public TypedTable build() {
        return build(ColumnWork.IN_TURN);
    }

    /** As {@link #build()}, the columns made by {@code work}. */
    public TypedTable build(ColumnWork work) {
        List<ColumnReport> reports = new ArrayList<>();
        Table table = Table.create(name, values(reports, work).toArray(new Column<?>[0]));
        return new TypedTable(table, ragged.report(rows, dropped, reports));
    }

    private List<Column<?>> values(List<ColumnReport> reports, ColumnWork work) {
        ColumnTypes.initialise();
        ColumnWork shared = of(rows, work);
        @Nullable CellReading[] readings = new CellReading[columns.size()];
        // On one thread one column after the other, since to read a column takes room for a while.
        if (shared != ColumnWork.IN_TURN) {
            read(readings, shared);
        }
        List<Column<?>> all = new ArrayList<>();
        ColumnValues[] made = new ColumnValues[readings.length];
        shared.run(
                readings.length + 1,
                number -> {
                    if (number == 0) {
                        all.addAll(places.columns(plan, options));
                    } else {
                        made[number - 1] = values(number - 1, readings);
                    }
                });
        List<String> taken = new ArrayList<>(plan.names());
        columns.forEach(column -> taken.add(column.name()));
        all.forEach(column -> taken.add(column.name()));
        for (int i = 0; i < made.length; i++) {
            for (Column<?> each : made[i].columns()) {
                if (!each.name().equals(columns.get(i).name())) {
                    each.setName(new ColumnPlan(taken).beside(each.name()));
                    taken.add(each.name());
                }
                all.add(each);
            }
            reports.add(made[i].report());
        }
        return all;
    }

    /** Reads the cells of all columns, in pieces: a single column may have most of the work. */
    private void read(@Nullable CellReading[] readings, ColumnWork work) {
        List<Runnable> pieces = new ArrayList<>();
        for (int i = 0; i < readings.length; i++) {
            CellReading reading = columns.get(i).reading(options.zone(), options.reference());
            readings[i] = reading;
            for (int piece = 0; piece < reading.pieces(); piece++) {
                int number = piece;
                pieces.add(() -> reading.read(number));
            }
        }
        work.run(pieces.size(), number -> pieces.get(number).run());
    }

    private ColumnValues values(int at, @Nullable CellReading[] readings) {
        CellReading reading = readings[at];
        readings[at] = null;
        return reading == null
                ? columns.get(at).values(options.zone(), options.reference())
                : reading.values();
    }
}

package dev.tamias.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Builds a table column by column: no object a row. A row with fewer cells than columns has missing
 * values at its end; one with more keeps them in columns of their own. Where rows say where they are
 * from, those columns come first.
 */
public final class TableSink {

    /** What the rows say of where they are from. */
    public enum Place {
        /** Nothing. */
        NONE,
        /** A column {@code Source}: the input's name. */
        SOURCE,
        /** Columns {@code Source}, {@code Offset} and {@code Length}: the bytes in the input. */
        SOURCE_AND_BYTES
    }

    private static final String MISSING = "";

    private final String name;
    private final ColumnPlan plan;
    private final List<StringColumn> columns = new ArrayList<>();
    private final @Nullable StringColumn sources;
    private final @Nullable LongColumn offsets;
    private final @Nullable LongColumn lengths;
    private int rows;

    /** A sink for rows that do not say where they are from. */
    public TableSink(String name, ColumnPlan plan) {
        this(name, plan, Place.NONE);
    }

    public TableSink(String name, ColumnPlan plan, Place place) {
        this.name = name;
        this.plan = plan;
        plan.names().forEach(column -> columns.add(StringColumn.create(column)));
        boolean bytes = place == Place.SOURCE_AND_BYTES;
        this.sources = place == Place.NONE ? null : StringColumn.create(plan.beside("Source"));
        this.offsets = bytes ? LongColumn.create(plan.beside("Offset")) : null;
        this.lengths = bytes ? LongColumn.create(plan.beside("Length")) : null;
    }

    /** Appends a row of which nobody asks where it is from; the list is not kept. */
    public void append(List<String> cells) {
        append("", 0, 0, cells);
    }

    /** Appends a row with the input that it is from and its bytes there; the list is not kept. */
    public void append(String source, long offset, long length, List<String> cells) {
        addExtras(cells.size());
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).append(i < cells.size() ? cells.get(i) : MISSING);
        }
        if (sources != null) {
            sources.append(source);
        }
        if (offsets != null && lengths != null) {
            offsets.append(offset);
            lengths.append(length);
        }
        rows++;
    }

    /** Appends all rows of another sink of the same plan and place. */
    public void append(TableSink other) {
        addExtras(other.columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (i < other.columns.size()) {
                columns.get(i).append(other.columns.get(i));
            } else {
                appendMissing(columns.get(i), other.rows);
            }
        }
        if (sources != null && other.sources != null) {
            sources.append(other.sources);
        }
        if (offsets != null && other.offsets != null) {
            offsets.append(other.offsets);
        }
        if (lengths != null && other.lengths != null) {
            lengths.append(other.lengths);
        }
        rows += other.rows;
    }

    private void addExtras(int cells) {
        while (cells > columns.size()) {
            StringColumn column = StringColumn.create(plan.extra(columns.size() + 1));
            appendMissing(column, rows);
            columns.add(column);
        }
    }

    private static void appendMissing(StringColumn column, int count) {
        for (int i = 0; i < count; i++) {
            column.append(MISSING);
        }
    }

    public int rows() {
        return rows;
    }

    /** The table of the rows so far. */
    public Table table() {
        List<Column<?>> all = places();
        all.addAll(columns);
        return Table.create(name, all.toArray(new Column<?>[0]));
    }

    private List<Column<?>> places() {
        List<Column<?>> places = new ArrayList<>();
        if (sources != null) {
            places.add(sources);
        }
        if (offsets != null && lengths != null) {
            places.add(offsets);
            places.add(lengths);
        }
        return places;
    }
}

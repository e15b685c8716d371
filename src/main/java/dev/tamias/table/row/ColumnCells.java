package dev.tamias.table.row;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.temporal.TemporalColumn;

/**
 * Copies rows of a column into a new one of the same name, type and format.
 *
 * <p>Tablesaw boxes most cells on the way and looks each text up in a dictionary again.
 */
public final class ColumnCells {

    /** Rows that are copied at a time. */
    static final int BLOCK = 4096;

    private ColumnCells() {}

    /** The rows of a table as a table of their own. */
    public static Table copy(Table table, Rows rows) {
        List<Column<?>> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(copy(column, rows)));
        return Table.create(table.name(), columns.toArray(new Column<?>[0]));
    }

    /** The rows of a column; a row of −1 becomes a missing cell. */
    public static Column<?> copy(Column<?> column, Rows rows) {
        if (column instanceof StringColumn text) {
            return TextCells.copy(text, rows);
        }
        Column<?> to = column.emptyCopy();
        RowCopy copy = rowCopy(column, to);
        BlockCopy blocks = blockCopy(column, to);
        int[] block = new int[BLOCK];
        for (int from = 0; from < rows.size(); from += BLOCK) {
            int count = Math.min(BLOCK, rows.size() - from);
            boolean missing = false;
            for (int i = 0; i < count; i++) {
                block[i] = rows.at(from + i);
                missing |= block[i] < 0;
            }
            if (blocks != null && !missing) {
                blocks.rows(block, count);
            } else {
                rows(block, count, copy, to);
            }
        }
        return to;
    }

    private static void rows(int[] block, int count, RowCopy copy, Column<?> to) {
        for (int i = 0; i < count; i++) {
            if (block[i] < 0) {
                to.appendMissing();
            } else {
                copy.row(block[i]);
            }
        }
    }

    /** Appends the cells of some rows, none of them missing, to another column. */
    @FunctionalInterface
    private interface BlockCopy {
        void rows(int[] rows, int count);
    }

    /**
     * For the types that most columns have. In a sorted table each row is somewhere else in memory; a loop
     * that does nothing but read lets the processor wait for several of them at once.
     */
    private static @Nullable BlockCopy blockCopy(Column<?> from, Column<?> to) {
        long[] longs = new long[BLOCK];
        if (from instanceof TemporalColumn<?> times && to instanceof TemporalColumn<?> out) {
            return (rows, count) -> {
                for (int i = 0; i < count; i++) {
                    longs[i] = times.getLongInternal(rows[i]);
                }
                for (int i = 0; i < count; i++) {
                    out.appendInternal(longs[i]);
                }
            };
        } else if (from instanceof LongColumn cells && to instanceof LongColumn out) {
            return (rows, count) -> {
                for (int i = 0; i < count; i++) {
                    longs[i] = cells.getLong(rows[i]);
                }
                for (int i = 0; i < count; i++) {
                    out.append(longs[i]);
                }
            };
        } else if (from instanceof IntColumn cells && to instanceof IntColumn out) {
            int[] ints = new int[BLOCK];
            return (rows, count) -> {
                for (int i = 0; i < count; i++) {
                    ints[i] = cells.getInt(rows[i]);
                }
                for (int i = 0; i < count; i++) {
                    out.append(ints[i]);
                }
            };
        } else if (from instanceof DoubleColumn cells && to instanceof DoubleColumn out) {
            double[] doubles = new double[BLOCK];
            return (rows, count) -> {
                for (int i = 0; i < count; i++) {
                    doubles[i] = cells.getDouble(rows[i]);
                }
                for (int i = 0; i < count; i++) {
                    out.append(doubles[i]);
                }
            };
        }
        return null;
    }

    /** Appends the cell of a row to another column. */
    @FunctionalInterface
    interface RowCopy {
        void row(int row);
    }

    static RowCopy rowCopy(Column<?> from, Column<?> to) {
        if (from instanceof TemporalColumn<?> times && to instanceof TemporalColumn<?> out) {
            return row -> out.appendInternal(times.getLongInternal(row));
        } else if (from instanceof LongColumn longs && to instanceof LongColumn out) {
            return row -> out.append(longs.getLong(row));
        } else if (from instanceof IntColumn ints && to instanceof IntColumn out) {
            return row -> out.append(ints.getInt(row));
        } else if (from instanceof ShortColumn shorts && to instanceof ShortColumn out) {
            return row -> out.append(shorts.getShort(row));
        } else if (from instanceof DoubleColumn doubles && to instanceof DoubleColumn out) {
            return row -> out.append(doubles.getDouble(row));
        } else if (from instanceof FloatColumn floats && to instanceof FloatColumn out) {
            return row -> out.append(floats.getFloat(row));
        }
        return rareRowCopy(from, to);
    }

    private static RowCopy rareRowCopy(Column<?> from, Column<?> to) {
        if (from instanceof BooleanColumn booleans && to instanceof BooleanColumn out) {
            return row -> out.append(booleans.getByte(row));
        } else if (from instanceof DateColumn dates && to instanceof DateColumn out) {
            return row -> out.appendInternal(dates.getIntInternal(row));
        } else if (from instanceof TimeColumn times && to instanceof TimeColumn out) {
            return row -> out.appendInternal(times.getIntInternal(row));
        }
        if (from instanceof StringColumn texts && to instanceof StringColumn out) {
            return row -> out.append(texts.get(row));
        }
        return row -> to.appendObj(from.get(row));
    }
}

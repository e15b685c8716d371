package dev.tamias.table.log;

import dev.tamias.table.row.CalendarGrid;
import dev.tamias.table.row.Groups;
import dev.tamias.table.row.Rows;
import dev.tamias.table.row.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * How many rows fall into each slot of the calendar, empty slots included.
 *
 * @param times the column of times
 * @param starts where each slot begins, and where the last one ends; empty if no row has a time
 * @param counts for each group of rows, for each slot; rows without a time are counted behind the slots
 */
record SlotCounts(Times times, long[] starts, int[][] counts) {

    private static final int MOST_CELLS = 20_000_000;

    /**
     * Counts rows by slot, and by the groups of a second column.
     *
     * @param groups of the same rows, or null for all rows together
     */
    static SlotCounts of(
            Times times, Rows rows, CalendarGrid grid, ZoneId zone, @Nullable Groups groups) {
        if (!grid.fits(times.nanosPerTick())) {
            throw Columns.trouble(
                    "Column \"%s\" holds milliseconds, and slots of %d ns are no whole number of them"
                            .formatted(times.column().name(), grid.approximateNanos()));
        }
        long[] starts = starts(times, rows, grid, zone);
        int slots = Math.max(0, starts.length - 1);
        int groupCount = groups == null ? 1 : groups.count();
        if ((long) groupCount * (slots + 1) > MOST_CELLS) {
            throw Columns.trouble(
                    "%d slots of time for each of %d values are too many; count fewer values or take longer slots"
                            .formatted(slots, groupCount));
        }
        int[][] counts = new int[groupCount][slots + 1];
        int near = 0;
        for (int i = 0; i < rows.size(); i++) {
            long tick = times.at(rows.at(i));
            int[] line = counts[groups == null ? 0 : groups.at(i)];
            if (tick == Times.MISSING) {
                line[slots]++;
            } else {
                near = CalendarGrid.slot(starts, tick, near);
                line[near]++;
            }
        }
        return new SlotCounts(times, starts, counts);
    }

    /** The least and the greatest time of some rows; empty if none has one. */
    static long[] range(Times times, Rows rows) {
        long least = Long.MAX_VALUE;
        long most = Times.MISSING;
        for (int i = 0; i < rows.size(); i++) {
            long tick = times.at(rows.at(i));
            if (tick != Times.MISSING) {
                least = Math.min(least, tick);
                most = Math.max(most, tick);
            }
        }
        return most == Times.MISSING ? new long[0] : new long[] {least, most};
    }

    private static long[] starts(Times times, Rows rows, CalendarGrid grid, ZoneId zone) {
        long[] range = range(times, rows);
        if (range.length == 0) {
            return range;
        }
        long least = range[0];
        long most = range[1];
        long[] starts = grid.starts(times, zone, least, most);
        if (starts == null) {
            throw Columns.trouble(
                    "From %s to %s there are more than %d slots of time; narrow the range with between(…) or take longer slots"
                            .formatted(
                                    times.text(least), times.text(most), CalendarGrid.MOST_SLOTS));
        }
        return starts;
    }

    /** How many slots there are. */
    int slots() {
        return Math.max(0, starts.length - 1);
    }

    /** A row for each slot, or for each slot and group. Rows without a time are counted in rows without one at the end. */
    Table table(String name, @Nullable Column<?> split, int[] order) {
        boolean untimed = false;
        for (int group : order) {
            untimed |= counts[group][slots()] > 0;
        }
        int lines = slots() + (untimed ? 1 : 0);
        long[] begins = new long[lines * order.length];
        List<String> values = new ArrayList<>();
        IntColumn count = IntColumn.create(Counts.COUNT);
        int at = 0;
        for (int slot = 0; slot < lines; slot++) {
            for (int i = 0; i < order.length; i++) {
                begins[at++] = slot < slots() ? starts[slot] : Times.MISSING;
                count.append(counts[order[i]][slot]);
                if (split != null) {
                    values.add(split.getUnformattedString(i));
                }
            }
        }
        List<Column<?>> columns = new ArrayList<>();
        columns.add(times.column(times.column().name(), begins));
        if (split != null) {
            columns.add(StringColumn.create(split.name(), values));
        }
        columns.add(count);
        return Columns.table(name, columns);
    }
}

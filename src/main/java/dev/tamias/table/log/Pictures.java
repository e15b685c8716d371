package dev.tamias.table.log;

import dev.tamias.table.chart.HeatMap;
import dev.tamias.table.chart.TimeAxis;
import dev.tamias.table.chart.TimeHistogram;
import dev.tamias.table.chart.ValueLine;
import dev.tamias.table.row.CalendarGrid;
import dev.tamias.table.row.Groups;
import dev.tamias.table.row.Rows;
import dev.tamias.table.row.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** A log's pictures over time. Where there are more slots than a picture can show, neighbours are one. */
final class Pictures {

    private static final int USUAL_SLOTS = 300;
    private static final int MOST_SLOTS = 500;
    private static final int MOST_SERIES = 7;
    private static final int MOST_LINES = 10;
    private static final String NONE = "(none)";

    private final LogTable log;
    private final Times times;
    private final Rows rows;

    Pictures(LogTable log) {
        this.log = log;
        this.times = log.times();
        this.rows = log.rows();
    }

    TimeHistogram histogram(@Nullable CalendarGrid every, @Nullable String split) {
        SlotCounts slots;
        List<String> names = new ArrayList<>();
        List<int[]> counts = new ArrayList<>();
        String title = "Rows over time";
        if (split == null) {
            slots = log.slots(every == null ? usual() : every, null);
            names.add("rows");
            counts.add(slots.counts()[0]);
        } else {
            slots = split(every == null ? usual() : every, split, MOST_SERIES, names, counts);
            title = "Rows over time by " + split;
        }
        int merged = merged(slots.slots());
        List<TimeHistogram.Series> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            series.add(new TimeHistogram.Series(names.get(i), merge(slots, counts.get(i), merged)));
        }
        return new TimeHistogram(title, axis(slots, merged), series);
    }

    HeatMap heatMap(CalendarGrid every, String column) {
        List<String> names = new ArrayList<>();
        List<int[]> counts = new ArrayList<>();
        SlotCounts slots = split(every, column, MOST_LINES, names, counts);
        int merged = merged(slots.slots());
        int[][] lines =
                counts.stream().map(line -> merge(slots, line, merged)).toArray(int[][]::new);
        return new HeatMap("Rows over time by " + column, axis(slots, merged), names, lines);
    }

    /** The slots' counts for the most frequent values of a column, and for all others together. */
    private SlotCounts split(
            CalendarGrid every, String name, int most, List<String> names, List<int[]> counts) {
        Column<?> column = Columns.named(log.source(), name);
        Groups all = Groups.of(column, rows);
        int[] order = all.bySize();
        int[] lineOf = new int[all.count()];
        boolean rest = order.length > most;
        for (int i = 0; i < order.length; i++) {
            lineOf[order[i]] = rest ? Math.min(i, most - 1) : i;
        }
        Groups lines = Groups.of(row -> lineOf[all.at(row)], Rows.range(0, rows.size()));
        SlotCounts slots = log.slots(every, lines);
        for (int i = 0; i < Math.min(order.length, most); i++) {
            int row = rows.at(all.first(order[i]));
            String value = column.isMissing(row) ? NONE : column.getUnformattedString(row);
            names.add(rest && i == most - 1 ? TimeHistogram.REST : value);
            counts.add(slots.counts()[line(lines, i, lineOf, all)]);
        }
        return slots;
    }

    /** Groups are numbered by their first row, lines by size: the group of a line. */
    private static int line(Groups lines, int line, int[] lineOf, Groups all) {
        for (int group = 0; group < lines.count(); group++) {
            if (lineOf[all.at(lines.first(group))] == line) {
                return group;
            }
        }
        throw new IllegalStateException("No row is on line " + line);
    }

    ValueLine valueLine(@Nullable CalendarGrid every, String column) {
        NumericColumn<?> cells = Columns.numbers(log.source(), column);
        SlotCounts slots = log.slots(every == null ? usual() : every, null);
        int merged = merged(slots.slots());
        TimeAxis axis = axis(slots, merged);
        double[][] values = values(cells, slots, merged, axis.slots());
        double[] least = new double[axis.slots()];
        double[] median = new double[axis.slots()];
        double[] most = new double[axis.slots()];
        for (int slot = 0; slot < least.length; slot++) {
            double[] sorted = values[slot];
            Arrays.sort(sorted);
            int size = sorted.length;
            least[slot] = size == 0 ? Double.NaN : sorted[0];
            most[slot] = size == 0 ? Double.NaN : sorted[size - 1];
            median[slot] = size == 0 ? Double.NaN : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
        }
        return new ValueLine(column + " over time", axis, least, median, most);
    }

    private double[][] values(NumericColumn<?> cells, SlotCounts slots, int merged, int count) {
        double[][] values = new double[count][8];
        int[] sizes = new int[count];
        int near = 0;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.at(i);
            long tick = times.at(row);
            if (tick != Times.MISSING && !cells.isMissing(row)) {
                near = CalendarGrid.slot(slots.starts(), tick, near);
                int slot = near / merged;
                if (sizes[slot] == values[slot].length) {
                    values[slot] = Arrays.copyOf(values[slot], sizes[slot] * 2);
                }
                values[slot][sizes[slot]++] = cells.getDouble(row);
            }
        }
        for (int slot = 0; slot < count; slot++) {
            values[slot] = Arrays.copyOf(values[slot], sizes[slot]);
        }
        return values;
    }

    private CalendarGrid usual() {
        return CalendarGrid.covering(nanoseconds(SlotCounts.range(times, rows)), USUAL_SLOTS);
    }

    private double nanoseconds(long[] range) {
        return range.length == 0 ? 0 : ((double) range[1] - range[0]) * times.nanosPerTick();
    }

    private static int merged(int slots) {
        return Math.max(1, (slots + MOST_SLOTS - 1) / MOST_SLOTS);
    }

    private static int[] merge(SlotCounts slots, int[] counts, int merged) {
        int[] sums = new int[(slots.slots() + merged - 1) / merged];
        for (int slot = 0; slot < slots.slots(); slot++) {
            sums[slot / merged] += counts[slot];
        }
        return sums;
    }

    private TimeAxis axis(SlotCounts slots, int merged) {
        if (slots.slots() == 0) {
            return new TimeAxis(new double[] {0}, List.of(), "", "");
        }
        long[] starts = slots.starts();
        long first = starts[0];
        long end = starts[slots.slots()];
        double[] edges = new double[(slots.slots() + merged - 1) / merged + 1];
        for (int i = 0; i < edges.length; i++) {
            long edge = starts[Math.min(i * merged, slots.slots())];
            edges[i] = ((double) edge - first) / ((double) end - first);
        }
        AxisMarks marks = new AxisMarks(times, log.calendar());
        return new TimeAxis(edges, marks.between(first, end), marks.text(first), marks.text(end));
    }
}

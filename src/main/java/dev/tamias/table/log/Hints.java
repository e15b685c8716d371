package dev.tamias.table.log;

import dev.tamias.table.row.ColumnCells;
import dev.tamias.table.row.Groups;
import dev.tamias.table.row.RowOrder;
import dev.tamias.table.row.Rows;
import dev.tamias.table.row.Times;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Where a log is worth a look: silence, bursts, texts never seen before. Hints, not findings. */
final class Hints {

    /** Slots before one from which its count is expected. */
    private static final int WINDOW = 12;

    /** How many usual deviations a count must be away. */
    private static final double SCORE = 4;

    /** Turns the median deviation of a normal distribution into its standard deviation. */
    private static final double NORMAL = 1.4826;

    private Hints() {}

    /** Stretches without a row that are at least so long, in the order of time. */
    static Table gaps(Times times, Rows rows, long leastNanos) {
        long[] ticks = times.ticks(rows);
        int[] order = RowOrder.ascending(ticks.clone());
        long least = Math.max(1, leastNanos / times.nanosPerTick());
        Rows from = pairs(order, ticks, least, 1);
        Rows to = pairs(order, ticks, least, 0);
        DoubleColumn seconds = DoubleColumn.create("Seconds");
        for (int i = 0; i < from.size(); i++) {
            double length = (double) ticks[to.at(i)] - ticks[from.at(i)];
            seconds.append(length * times.nanosPerTick() / 1e9);
        }
        return Columns.table(
                "Gaps",
                List.of(
                        times.column("From", ticksAt(ticks, from)),
                        times.column("To", ticksAt(ticks, to)),
                        seconds));
    }

    private static Rows pairs(int[] order, long[] ticks, long least, int before) {
        return Rows.range(1, Math.max(1, order.length))
                .where(
                        i -> {
                            long earlier = ticks[order[i - 1]];
                            long length = ticks[order[i]] - earlier;
                            return earlier != Times.MISSING && (length >= least || length < 0);
                        })
                .map(i -> order[i - before]);
    }

    private static long[] ticksAt(long[] ticks, Rows rows) {
        long[] picked = new long[rows.size()];
        Arrays.setAll(picked, i -> ticks[rows.at(i)]);
        return picked;
    }

    /** Slots with far more or fewer rows than the twelve before them. */
    static Table rateChanges(SlotCounts slots) {
        int[] counts = slots.counts()[0];
        IntColumn count = IntColumn.create(Counts.COUNT);
        DoubleColumn expected = DoubleColumn.create("Expected");
        DoubleColumn scores = DoubleColumn.create("Score");
        Rows changed =
                Rows.range(WINDOW, Math.max(WINDOW, slots.slots()))
                        .where(slot -> Math.abs(score(counts, slot)) >= SCORE);
        for (int i = 0; i < changed.size(); i++) {
            int slot = changed.at(i);
            count.append(counts[slot]);
            expected.append(median(Arrays.copyOfRange(counts, slot - WINDOW, slot)));
            scores.append(score(counts, slot));
        }
        String name = slots.times().column().name();
        Column<?> starts = slots.times().column(name, ticksAt(slots.starts(), changed));
        return Columns.table("Rate changes", List.of(starts, count, expected, scores));
    }

    /** Deviations from the median before; at least those of a count that comes at random (Poisson). */
    private static double score(int[] counts, int slot) {
        int[] before = Arrays.copyOfRange(counts, slot - WINDOW, slot);
        double median = median(before);
        double[] away = new double[WINDOW];
        Arrays.setAll(away, i -> Math.abs(before[i] - median));
        Arrays.sort(away);
        double usual = NORMAL * (away[WINDOW / 2 - 1] + away[WINDOW / 2]) / 2;
        return (counts[slot] - median) / Math.max(usual, Math.sqrt(Math.max(median, 1)));
    }

    private static double median(int[] counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        return (sorted[WINDOW / 2 - 1] + (double) sorted[WINDOW / 2]) / 2;
    }

    /** The values of a column that no row before a time has, with their first time and count. */
    static Table newSince(Times times, Rows rows, Column<?> column, long since) {
        long[] ticks = times.carried(rows);
        Groups groups = Groups.of(column, rows);
        long[] first = new long[groups.count()];
        Arrays.fill(first, Long.MAX_VALUE);
        for (int i = 0; i < ticks.length; i++) {
            first[groups.at(i)] = Math.min(first[groups.at(i)], ticks[i]);
        }
        int[] order = RowOrder.ascending(first.clone());
        Rows groupsSince = Rows.of(order).where(group -> first[group] >= since);
        int[] picked = groupsSince.toArray();
        IntColumn count = IntColumn.create(Counts.COUNT);
        int[] sizes = groups.sizes();
        for (int group : picked) {
            count.append(sizes[group]);
        }
        return Columns.table(
                column.name() + " new since " + times.text(since),
                List.of(
                        ColumnCells.copy(column, groups.firsts(rows, picked)),
                        times.column("First", ticksAt(first, groupsSince)),
                        count));
    }
}

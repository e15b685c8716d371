package dev.tamias.table.log;

import dev.tamias.table.row.MergedCells;
import dev.tamias.table.row.RowOrder;
import dev.tamias.table.row.Rows;
import dev.tamias.table.row.Times;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Several logs as one in the order of time, with a column that says where each row is from. Immutable.
 *
 * <p>Rows of one time come in the order of the logs, those of one log in its own order. A row without a
 * time stays behind the row before it; a log without any comes last. Columns of one name become one;
 * the times, under the name that they have in the first log, are shifted by each log's offset.
 */
public final class LogMerge {

    private static final String SOURCE = "Source";

    private final List<Part> parts;
    private final ZoneId zone;

    private LogMerge(List<Part> parts, ZoneId zone) {
        this.parts = parts;
        this.zone = zone;
    }

    private record Part(String source, LogTable log, Duration offset) {

        @Nullable Times times() {
            return log.timesIfAny();
        }

        boolean isLocal() {
            Times times = times();
            return times == null || times.areLocal();
        }
    }

    /** No logs yet. */
    public static LogMerge empty() {
        return new LogMerge(List.of(), ZoneOffset.UTC);
    }

    /** The zone of local times, which matters where other logs have instants; UTC if it is not set. */
    public LogMerge zone(ZoneId ofLocalTimes) {
        return new LogMerge(parts, ofLocalTimes);
    }

    /** These logs and one more. */
    public LogMerge with(String source, LogTable log) {
        return with(source, log, Duration.ZERO);
    }

    /** These logs and one more, whose clock is behind the others' by an offset. */
    public LogMerge with(String source, LogTable log, Duration offset) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(source, log, offset));
        return new LogMerge(List.copyOf(more), zone);
    }

    /** The merged log. */
    public LogTable log() {
        LogTable log = LogTable.of(table());
        String name = timeName();
        return name == null ? log : log.time(name);
    }

    private @Nullable String timeName() {
        for (Part part : parts) {
            Times times = part.times();
            if (times != null) {
                return times.column().name();
            }
        }
        return null;
    }

    /** The merged rows as a table. */
    public Table table() {
        long size = parts.stream().mapToLong(part -> part.log().rowCount()).sum();
        if (size > Integer.MAX_VALUE - 8) {
            throw Columns.trouble(
                    "The logs have %d rows together, more than a table".formatted(size));
        }
        boolean local = parts.stream().allMatch(Part::isLocal);
        boolean nanos =
                parts.stream().map(Part::times).anyMatch(t -> t != null && t.nanosPerTick() == 1);
        long[] ticks = new long[(int) size];
        long[] keys = new long[(int) size];
        int start = 0;
        for (Part part : parts) {
            int end = start + part.log().rowCount();
            read(part, local, nanos, ticks, start);
            carry(ticks, keys, start, end);
            start = end;
        }
        Rows order = Rows.of(RowOrder.ascending(keys));
        return table(order, ticks, local, nanos);
    }

    private void read(Part part, boolean local, boolean nanos, long[] ticks, int start) {
        Times times = part.times();
        Rows rows = part.log().rows();
        long perTick = nanos ? 1 : 1_000_000;
        for (int i = 0; i < rows.size(); i++) {
            long tick = times == null ? Times.MISSING : times.at(rows.at(i));
            if (times != null && tick != Times.MISSING) {
                if (times.areLocal() && !local) {
                    tick =
                            times.tick(
                                    LocalDateTime.ofInstant(times.instant(tick), ZoneOffset.UTC)
                                            .atZone(zone)
                                            .toInstant());
                }
                tick = shifted(tick, times.nanosPerTick() / perTick, part.offset(), perTick);
            }
            ticks[start + i] = tick;
        }
    }

    private static long shifted(long tick, long factor, Duration offset, long perTick) {
        try {
            long shift = Math.floorDiv(offset.toNanos(), perTick);
            return Math.addExact(Math.multiplyExact(tick, factor), shift);
        } catch (ArithmeticException e) {
            // Beyond the 292 years of nanoseconds: the order of such times is that of their sign.
            return tick < 0 ? Times.MISSING + 1 : Long.MAX_VALUE - 1;
        }
    }

    private static void carry(long[] ticks, long[] keys, int start, int end) {
        long last = Long.MAX_VALUE;
        for (int i = start; i < end && last == Long.MAX_VALUE; i++) {
            last = ticks[i] == Times.MISSING ? last : ticks[i];
        }
        for (int i = start; i < end; i++) {
            last = ticks[i] == Times.MISSING ? last : ticks[i];
            keys[i] = last;
        }
    }

    private Table table(Rows order, long[] ticks, boolean local, boolean nanos) {
        MergedCells cells =
                new MergedCells(order, parts.stream().map(part -> part.log().rows()).toList());
        List<Column<?>> columns = new ArrayList<>();
        StringColumn source = StringColumn.create(SOURCE);
        for (int i = 0; i < order.size(); i++) {
            source.append(parts.get(cells.table(i)).source());
        }
        columns.add(source);
        String time = timeName();
        if (time != null) {
            long[] ordered = new long[ticks.length];
            Arrays.setAll(ordered, i -> ticks[order.at(i)]);
            columns.add(Times.view(time, ordered, nanos ? 1 : 1_000_000, local));
            if (nanos) {
                columns.add(LongColumn.create(time + Times.NANOSECONDS, ordered));
            }
        }
        byName().forEach((name, same) -> columns.add(cells.merge(name, same)));
        return Columns.table("Merged", columns);
    }

    /** The columns but the times, by name in the order in which they come first. */
    private Map<String, List<@Nullable Column<?>>> byName() {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<@Nullable Column<?>>> columns = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Table table = parts.get(i).log().source();
            Times times = parts.get(i).times();
            for (Column<?> column : table.columns()) {
                if (times == null || !times.reads(table, column)) {
                    String name =
                            names.computeIfAbsent(
                                    column.name().toLowerCase(Locale.ROOT), key -> column.name());
                    columns.computeIfAbsent(
                                    name,
                                    key -> new ArrayList<>(Collections.nCopies(parts.size(), null)))
                            .set(i, column);
                }
            }
        }
        return columns;
    }
}

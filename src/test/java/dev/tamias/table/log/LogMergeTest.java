package dev.tamias.table.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.table.LogTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class LogMergeTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private record Line(String source, Instant time, String text) {}

    /** The lines of a log; those without a time have that of the line before, or the first there is. */
    private static List<Line> lines(String source, Table log, Duration offset) {
        List<Line> lines = new ArrayList<>();
        Instant last = log.instantColumn("Time").removeMissing().get(0).plus(offset);
        for (int row = 0; row < log.rowCount(); row++) {
            Instant time = log.instantColumn("Time").get(row);
            last = time == null ? last : time.plus(offset);
            lines.add(new Line(source, last, log.stringColumn("Message").get(row)));
        }
        return lines;
    }

    @Test
    void logs_are_merged_in_the_order_of_their_shifted_times() {
        Logs logs = new Logs(31, 0.1);
        Table a = logs.log("a", 900, START, 300, 20);
        Table b = logs.log("b", 500, START.plusSeconds(100), 300, 0);
        Table c = logs.log("c", 700, START, 200, 0);
        Duration offset = Duration.ofMillis(-30_250);
        List<Line> expected = new ArrayList<>(lines("a", a, Duration.ZERO));
        expected.addAll(lines("b", b, offset));
        expected.addAll(lines("c", c, Duration.ZERO));
        expected.sort(Comparator.comparing(Line::time));

        Table merged =
                LogTables.mergeByTime()
                        .with("a", LogTables.of(a))
                        .with("b", LogTables.of(b), offset)
                        .with("c", LogTables.of(c))
                        .table();

        assertThat(merged.columnNames())
                .containsExactly(
                        "Source", "Time", "Level", "Component", "Message", "Took", "Value");
        assertThat(merged.column("Took").type().name()).isEqualTo("INTEGER");
        assertThat(merged.stringColumn("Source").asList())
                .isEqualTo(expected.stream().map(Line::source).toList());
        assertThat(merged.stringColumn("Message").asList())
                .isEqualTo(expected.stream().map(Line::text).toList());
        for (int row = 0; row < expected.size(); row++) {
            Instant time = merged.instantColumn("Time").get(row);
            assertThat(time == null || time.equals(expected.get(row).time())).isTrue();
        }
        assertThat(merged.instantColumn("Time").countMissing())
                .isEqualTo(
                        a.column("Time").countMissing()
                                + b.column("Time").countMissing()
                                + c.column("Time").countMissing());
    }

    @Test
    void columns_of_one_name_become_one_that_loses_nothing() {
        Table a =
                Table.create(
                        "a",
                        InstantColumn.create("Time", START, START.plusSeconds(2)),
                        IntColumn.create("n", 1, 2),
                        IntColumn.create("x", 1, 2),
                        IntColumn.create("mixed", 7, 8));
        Table b =
                Table.create(
                        "b",
                        DateTimeColumn.create("when", LocalDateTime.of(2026, 5, 1, 2, 0, 1)),
                        LongColumn.create("N", 1L << 60),
                        DoubleColumn.create("x", 0.5),
                        StringColumn.create("mixed", "text"),
                        StringColumn.create("only b", "b"));

        Table merged =
                LogTables.mergeByTime()
                        .zone(ZoneId.of("Europe/Berlin"))
                        .with("a", LogTables.of(a))
                        .with("b", LogTables.of(b))
                        .log()
                        .table();

        assertThat(merged.columnNames())
                .containsExactly("Source", "Time", "n", "x", "mixed", "only b");
        assertThat(merged.stringColumn("Source").asList()).containsExactly("a", "b", "a");
        assertThat(merged.instantColumn("Time").get(1)).isEqualTo(START.plusSeconds(1));
        assertThat(merged.longColumn("n").asLongArray()).containsExactly(1, 1L << 60, 2);
        assertThat(merged.doubleColumn("x").asDoubleArray()).containsExactly(1, 0.5, 2);
        assertThat(merged.stringColumn("mixed").asList()).containsExactly("7", "text", "8");
        assertThat(merged.stringColumn("only b").asList()).containsExactly("", "b", "");
    }

    @Test
    void nanoseconds_are_kept_and_a_log_without_times_comes_last() {
        long nanos = START.toEpochMilli() * 1_000_000;
        Table a =
                Table.create(
                        "a",
                        InstantColumn.create("Time", START, START),
                        LongColumn.create("Time ns", nanos + 5, nanos + 20),
                        StringColumn.create("m", "a1", "a2"));
        Table b =
                Table.create(
                        "b",
                        LongColumn.create("ts", nanos, nanos + 7),
                        StringColumn.create("m", "b1", "b2"));
        Table c = Table.create("c", StringColumn.create("m", "c1", "c2"));

        Table merged =
                LogTables.mergeByTime()
                        .with("c", LogTables.of(c))
                        .with("a", LogTables.of(a))
                        .with("b", LogTables.of(b).time("ts"), Duration.ofNanos(10))
                        .table();

        assertThat(merged.stringColumn("m").asList())
                .containsExactly("a1", "b1", "b2", "a2", "c1", "c2");
        assertThat(merged.columnNames()).containsExactly("Source", "Time", "Time ns", "m");
        assertThat(merged.longColumn("Time ns").getLong(2)).isEqualTo(nanos + 17);
        assertThat(merged.instantColumn("Time").isMissing(5)).isTrue();
    }

    @Test
    void logs_without_any_times_are_put_one_behind_the_other() {
        Table table = Table.create("t", StringColumn.create("m", "1", "2"));

        Table merged =
                LogTables.mergeByTime()
                        .with("a", LogTables.of(table))
                        .with("b", LogTables.of(table).head(1))
                        .table();

        assertThat(merged.stringColumn("m").asList()).containsExactly("1", "2", "1");
        assertThat(LogTables.mergeByTime().log().rowCount()).isZero();
    }
}

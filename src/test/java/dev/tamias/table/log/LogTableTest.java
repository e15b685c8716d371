package dev.tamias.table.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.TamiasException;
import dev.tamias.table.LogTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** Each operation beside a plain computation in Java over the same seeded rows. */
class LogTableTest {

    /** In Berlin the clock is put back in this night. */
    private static final Instant START = Instant.parse("2026-10-24T20:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Table log(long seed) {
        return new Logs(seed, 0.05).log("log", 3_000, START, 36_000, 1_000);
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        return column instanceof InstantColumn times
                ? times.get(row).toString()
                : column.getUnformattedString(row);
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            List<String> cells = table.columns().stream().map(column -> text(column, at)).toList();
            lines.add(String.join("|", cells));
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void counts_are_those_of_equal_cells(long seed) {
        Table log = log(seed);
        List<List<String>> questions =
                List.of(
                        List.of("Message"),
                        List.of("Level"),
                        List.of("Value"),
                        List.of("Time"),
                        List.of("level", "Component"),
                        List.of("Took", "Level", "Value"));
        for (List<String> names : questions) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (int row = 0; row < log.rowCount(); row++) {
                int at = row;
                List<String> key = names.stream().map(name -> text(log.column(name), at)).toList();
                counts.merge(String.join("|", key), 1, Integer::sum);
            }
            List<String> expected = new ArrayList<>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(each -> expected.add(each.getKey() + "|" + each.getValue()));

            Table counted = LogTables.of(log).countBy(names.toArray(String[]::new));

            assertThat(lines(counted)).isEqualTo(expected);
        }
    }

    @Test
    void the_top_n_are_the_first_counts_with_their_share() {
        Table log = log(4);
        Table all = LogTables.of(log).countBy("Message");

        Table top = LogTables.of(log).topN("Message", 5);

        assertThat(top.columnNames()).containsExactly("Message", "Count", "Share");
        assertThat(lines(top.retainColumns("Message", "Count"))).isEqualTo(lines(all.first(5)));
        assertThat(LogTables.of(log).topN("Message", 5).doubleColumn("Share").get(0))
                .isEqualTo(all.intColumn("Count").get(0) / 3000.0);
        assertThat(LogTables.of(log).topN("Message", -1).rowCount()).isZero();
    }

    @Test
    void a_column_named_count_keeps_its_name() {
        Table table = Table.create("t", IntColumn.create("count", 7, 7));

        assertThat(LogTables.of(table).countBy("Count").columnNames())
                .containsExactly("count", "Count 2");
    }

    @Test
    void the_summary_tells_what_is_in_a_column() {
        Table log = log(5);

        Table summary = LogTables.of(log).summary();

        IntColumn took = log.intColumn("Took");
        Row line = summary.row(4);
        assertThat(line.getString("Column")).isEqualTo("Took");
        assertThat(line.getInt("Missing")).isEqualTo(took.countMissing());
        assertThat(line.getInt("Count")).isEqualTo(3000 - took.countMissing());
        assertThat(line.getInt("Unique")).isEqualTo(took.removeMissing().countUnique());
        assertThat(line.getString("Min")).isEqualTo("" + (int) took.min());
        assertThat(line.getString("Max")).isEqualTo("" + (int) took.max());
        assertThat(line.getDouble("Mean")).isCloseTo(took.mean(), Offset.offset(1e-9));
        assertThat(Instant.parse(summary.row(0).getString("Min")))
                .isEqualTo(log.instantColumn("Time").min());
        assertThat(Instant.parse(summary.row(0).getString("Max")))
                .isEqualTo(log.instantColumn("Time").max());
        assertThat(summary.row(3).getString("Top")).isEqualTo("connection closed");
        assertThat(summary.row(5).getString("Min")).isEqualTo("-1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kathmandu"})
    void buckets_are_the_hours_of_the_clock(String zone) {
        Table log = log(6);
        Map<Instant, Integer> counts = new HashMap<>();
        int missing = 0;
        for (Instant time : log.instantColumn("Time")) {
            if (time == null) {
                missing++;
            } else {
                counts.merge(
                        time.atZone(ZoneId.of(zone)).truncatedTo(ChronoUnit.HOURS).toInstant(),
                        1,
                        Integer::sum);
            }
        }
        List<String> expected = new ArrayList<>();
        Instant last = counts.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
        Instant first = counts.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
        for (Instant at = first; !at.isAfter(last); at = at.plusSeconds(3600)) {
            expected.add(at + "|" + counts.getOrDefault(at, 0));
        }
        expected.add("|" + missing);

        Table buckets = LogTables.of(log).zone(ZoneId.of(zone)).buckets(Duration.ofHours(1));

        assertThat(lines(buckets)).isEqualTo(expected);
    }

    @Test
    void empty_buckets_are_kept_and_split_by_a_column() {
        Table log = new Logs(7, 0.1).log("log", 100, START, 36_000, 0);

        Table all = LogTables.of(log).buckets(1, ChronoUnit.MINUTES);
        Table split = LogTables.of(log).buckets(1, ChronoUnit.MINUTES, "Level");

        assertThat(all.intColumn("Count").sum()).isEqualTo(100);
        assertThat(all.intColumn("Count").isEqualTo(0).size()).isGreaterThan(400);
        assertThat(split.columnNames()).containsExactly("Time", "Level", "Count");
        int levels = LogTables.of(log).countBy("Level").rowCount();
        assertThat(split.rowCount()).isEqualTo(all.rowCount() * levels);
        for (int row = 0; row < all.rowCount(); row++) {
            int sum = 0;
            for (int i = 0; i < levels; i++) {
                sum += split.intColumn("Count").getInt(row * levels + i);
            }
            assertThat(sum).isEqualTo(all.intColumn("Count").getInt(row));
        }
    }

    @Test
    void local_times_and_nanoseconds_have_the_same_buckets() {
        Logs logs = new Logs(8, 0.05);
        Table log = logs.log("log", 2_000, START, 7_200, 10);
        List<String> expected = lines(LogTables.of(log).buckets(Duration.ofMinutes(5)));
        Table nanos = logs.nanoseconds(log);

        Table local = LogTables.of(Logs.local(log)).zone(BERLIN).buckets(Duration.ofMinutes(5));
        assertThat(local.column("Time").type().name()).isEqualTo("LOCAL_DATE_TIME");
        List<String> instants = new ArrayList<>();
        for (Row row : local) {
            LocalDateTime time = row.getDateTime("Time");
            String text = time == null ? "" : time.toInstant(ZoneOffset.UTC).toString();
            instants.add(text + "|" + row.getInt("Count"));
        }
        assertThat(instants).isEqualTo(expected);
        assertThat(lines(LogTables.of(nanos).buckets(Duration.ofMinutes(5)))).isEqualTo(expected);
        assertThat(lines(LogTables.of(nanos).time("Time ns").buckets(Duration.ofMinutes(5))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_range_has_its_begin_and_not_its_end(boolean sorted) {
        Table log = new Logs(9, sorted ? 0 : 0.1).log("log", 2_000, START, 600, sorted ? 0 : 60);
        LogTable all = sorted ? LogTables.of(log).sortByTime() : LogTables.of(log);
        Table ordered = all.table();
        for (int from = -10; from < 700; from += 90) {
            for (int length : new int[] {-1, 0, 1, 60, 1000}) {
                Instant begin = START.plusSeconds(from);
                Instant end = begin.plusSeconds(length);
                int[] expected =
                        IntStream.range(0, ordered.rowCount())
                                .filter(row -> inRange(ordered, row, begin, end))
                                .toArray();

                Table range = all.between(begin, end).table();

                assertThat(lines(range)).isEqualTo(lines(ordered.where(Selection.with(expected))));
            }
        }
    }

    private static boolean inRange(Table log, int row, Instant begin, Instant end) {
        Instant time = log.instantColumn("Time").get(row);
        return time != null && !time.isBefore(begin) && time.isBefore(end);
    }

    @Test
    void a_range_can_be_written_on_the_clock_of_a_zone() {
        Table log = new Logs(10, 0).log("log", 2_000, START, 36_000, 0);
        LogTable berlin = LogTables.of(log).zone(BERLIN);

        int day = berlin.between("2026-10-25", "2026-10-26").rowCount();

        assertThat(day).isPositive().isLessThan(2_000);
        assertThat(berlin.between("2026-10-25T00:00", "2026-10-26 00:00:00").rowCount())
                .isEqualTo(day);
        assertThat(berlin.between("2026-10-24T22:00:00Z", "2026-10-25T23:00:00+00:00").rowCount())
                .isEqualTo(day);
        assertThat(
                        berlin.between(
                                        LocalDateTime.of(2026, 10, 25, 0, 0),
                                        LocalDateTime.of(2026, 10, 26, 0, 0))
                                .rowCount())
                .isEqualTo(day);
        assertThat(
                        LogTables.of(Logs.local(log))
                                .between("2026-10-24T22:00", "2026-10-26")
                                .rowCount())
                .isEqualTo(day);
        assertThatThrownBy(() -> berlin.between("yesterday", "today"))
                .isInstanceOf(TamiasException.class)
                .hasMessageContainingAll("yesterday", "2026-01-31");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void rows_without_a_time_stay_behind_the_row_before_them_in_any_order(long seed) {
        Table log = log(seed);
        List<Instant> carried = new ArrayList<>();
        Instant last = log.instantColumn("Time").removeMissing().get(0);
        for (Instant time : log.instantColumn("Time")) {
            last = time == null ? last : time;
            carried.add(last);
        }
        Comparator<Integer> byTime = Comparator.comparing(carried::get);
        List<Integer> rows = IntStream.range(0, log.rowCount()).boxed().toList();

        assertThat(lines(LogTables.of(log).sortByTime().table()))
                .isEqualTo(lines(picked(log, rows.stream().sorted(byTime).toList())));
        assertThat(lines(LogTables.of(log).sortByTimeDescending().table()))
                .isEqualTo(lines(picked(log, rows.stream().sorted(byTime.reversed()).toList())));
    }

    private static Table picked(Table log, List<Integer> rows) {
        Table picked = log.emptyCopy();
        rows.forEach(row -> picked.append(log.row(row)));
        return picked;
    }

    @Test
    void nanoseconds_decide_within_a_millisecond() {
        Table log =
                Table.create(
                        "t",
                        InstantColumn.create("Time", START, START),
                        LongColumn.create(
                                "Time ns",
                                START.toEpochMilli() * 1_000_000 + 9,
                                START.toEpochMilli() * 1_000_000 + 3),
                        StringColumn.create("m", "later", "earlier"));

        assertThat(LogTables.of(log).sortByTime().table().stringColumn("m").asList())
                .containsExactly("earlier", "later");
        assertThat(LogTables.of(log).between(START.plusNanos(4), START.plusNanos(10)).rowCount())
                .isEqualTo(1);
    }

    @Test
    void groups_of_an_expression_become_columns_with_types() {
        Table log = log(13);

        Table out =
                LogTables.of(log)
                        .extract("Message", "took (?<ms>\\d+) ms")
                        .extract("Message", "ratio=(?<ratio>[\\d.]+)|user (?<Level>\\d)")
                        .extract("Message", "(\\w+) is (full)")
                        .table();

        assertThat(out.column("ms").type().name()).isEqualTo("LONG");
        assertThat(out.column("ratio").type().name()).isEqualTo("DOUBLE");
        assertThat(out.columnNames()).endsWith("ms", "ratio", "Level 2", "Group 1", "Group 2");
        for (int row = 0; row < log.rowCount(); row++) {
            String message = log.stringColumn("Message").get(row);
            String ms =
                    message.contains("took ")
                            ? message.replaceFirst(".*took (\\d+) ms.*", "$1")
                            : "";
            assertThat(text(out.column("ms"), row)).isEqualTo(ms);
            String ratio = message.startsWith("ratio") ? message.substring(6, 9) : "";
            assertThat(text(out.column("ratio"), row)).isEqualTo(ratio);
            assertThat(text(out.column("Group 2"), row))
                    .isEqualTo(message.endsWith("full") ? "full" : "");
        }
    }

    @Test
    void numbers_that_would_lose_something_stay_text() {
        Table table =
                Table.create(
                        "t",
                        StringColumn.create(
                                "m",
                                "a=007 b=99999999999999999999 c=1 d=-0 e=1e5",
                                "a=1 b=1 c=x d=1 e=2"));

        Table out =
                LogTables.of(table)
                        .extract(
                                "m",
                                "a=(?<a>\\S+) b=(?<b>\\S+) c=(?<c>\\S+) d=(?<d>\\S+) e=(?<e>\\S+)")
                        .table();

        assertThat(out.types().stream().map(Object::toString).toList())
                .containsExactly("STRING", "STRING", "DOUBLE", "STRING", "DOUBLE", "DOUBLE");
        assertThatThrownBy(() -> LogTables.of(table).extract("m", "a="))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("(?<name>");
        assertThat(LogTables.of(table).extract("m", "[(?<x>](?<y>\\d)").table().columnNames())
                .containsExactly("m", "y");
    }

    @Test
    void a_join_adds_columns_and_loses_no_row() {
        Table log = log(14);
        Table owners =
                Table.create(
                        "owners",
                        StringColumn.create("part", "component-a", "component-b", ""),
                        StringColumn.create("Owner", "ada", "", "nobody"),
                        IntColumn.create("Level", 1, 2, 3));

        Table joined = LogTables.of(log).join("Component", owners, "part").table();

        assertThat(joined.columnNames()).endsWith("Value", "Owner", "Level 2");
        for (int row = 0; row < log.rowCount(); row++) {
            String component = log.stringColumn("Component").get(row);
            assertThat(joined.stringColumn("Owner").get(row))
                    .isEqualTo(component.equals("component-a") ? "ada" : "");
            assertThat(joined.column("Level 2").isMissing(row))
                    .isEqualTo(!component.matches("component-[ab]"));
        }
        Table twice = Table.create("twice", StringColumn.create("Level", "INFO", "INFO"));
        assertThatThrownBy(() -> LogTables.of(log).join("Level", twice))
                .isInstanceOf(TamiasException.class)
                .hasMessageContainingAll("INFO", "more than once");
    }

    @Test
    void rare_rows_are_those_of_rare_values() {
        Table log = log(15);
        Map<String, Integer> counts = new HashMap<>();
        log.stringColumn("Message").forEach(message -> counts.merge(message, 1, Integer::sum));

        Table rare = LogTables.of(log).rare("Message", 2).table();

        int[] expected =
                IntStream.range(0, log.rowCount())
                        .filter(row -> counts.get(log.stringColumn("Message").get(row)) <= 2)
                        .toArray();
        assertThat(expected).isNotEmpty();
        assertThat(lines(rare)).isEqualTo(lines(log.where(Selection.with(expected))));
    }

    @Test
    void steps_follow_one_another_without_copies() {
        Table log = log(16);

        LogTable errors =
                LogTables.of(log)
                        .sortByTime()
                        .where(LogTables.column("Level").is("ERROR"))
                        .head(50)
                        .tail(20);

        assertThat(errors.rowCount()).isEqualTo(20);
        assertThat(errors.countBy("Level").row(0).getInt("Count")).isEqualTo(20);
        assertThat(errors.table().stringColumn("Level").unique().asList()).containsExactly("ERROR");
        assertThat(LogTables.of(log).table()).isSameAs(log);
        assertThat(LogTables.of(log).where(log.stringColumn("Level").isEqualTo("ERROR")).rowCount())
                .isEqualTo(
                        LogTables.of(log).where(LogTables.column("Level").is("ERROR")).rowCount());
    }

    @Test
    void nothing_of_an_empty_table_throws() {
        for (LogTable empty :
                List.of(LogTables.of(log(17).emptyCopy()), LogTables.of(log(17)).head(0))) {
            assertThat(empty.countBy("Message", "Level").rowCount()).isZero();
            assertThat(empty.topN("Time", 5).rowCount()).isZero();
            assertThat(empty.summary().rowCount()).isEqualTo(6);
            assertThat(empty.buckets(Duration.ofSeconds(1)).rowCount()).isZero();
            assertThat(empty.buckets(Duration.ofSeconds(1), "Level").rowCount()).isZero();
            assertThat(empty.sortByTime().between("2026-01-01", "2027-01-01").rowCount()).isZero();
            assertThat(empty.extract("Message", "(a)").join("Level", log(1).emptyCopy()).rowCount())
                    .isZero();
            assertThat(empty.rare("Level", 1).templates("Message").table().rowCount()).isZero();
            assertThat(empty.newSince("Level", START).rowCount()).isZero();
            assertThat(empty.gaps(Duration.ofSeconds(1)).rowCount()).isZero();
            assertThat(empty.rateChanges(Duration.ofSeconds(1)).rowCount()).isZero();
        }
    }

    @Test
    void what_a_table_does_not_have_is_said_clearly() {
        LogTable log = LogTables.of(log(18));
        LogTable timeless = LogTables.of(Table.create("t", IntColumn.create("n", 1)));

        assertThatThrownBy(() -> log.countBy("Nope"))
                .isInstanceOf(TamiasException.class)
                .hasMessageContainingAll("Nope", "Component");
        assertThatThrownBy(() -> log.time("Level").sortByTime())
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("STRING");
        assertThatThrownBy(timeless::sortByTime)
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("no column of times");
        assertThatThrownBy(() -> log.buckets(Duration.ZERO)).isInstanceOf(TamiasException.class);
        assertThatThrownBy(() -> log.buckets(Duration.ofNanos(5)))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("milliseconds");
        assertThatThrownBy(() -> log.buckets(Duration.ofMillis(1), "Message"))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("longer slots");
        Table decades = Table.create("t", InstantColumn.create("Time", Instant.EPOCH, START));
        assertThatThrownBy(() -> LogTables.of(decades).buckets(Duration.ofSeconds(1)))
                .isInstanceOf(TamiasException.class)
                .hasMessageContainingAll("1970-01-01", "2026", "between");
        assertThat(
                        LogTables.of(decades)
                                .zone(ZoneOffset.UTC)
                                .buckets(1, ChronoUnit.YEARS)
                                .rowCount())
                .isEqualTo(57);
    }
}

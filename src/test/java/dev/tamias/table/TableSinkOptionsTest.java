package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.table.type.CellType;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Columns, rows, places and memory of a sink. */
class TableSinkOptionsTest {

    private static final List<String> NAMES = List.of("Time", "Level", "Message");

    private static final String[] ROWS = {
        "2025-01-01 00:00:01|INFO|started",
        "2025-01-01 00:00:02|ERROR|took 15 ms",
        "2025-01-01 00:00:03|WARN|took 7 ms",
        "2025-01-01 00:00:04|ERROR|stopped"
    };

    private static List<String> messages(RowFilter filter) {
        TableOptions options = TableOptions.defaults().where(filter);
        return Sinks.rows(options, NAMES, ROWS).table().stringColumn("Message").asList();
    }

    @Test
    void chosen_columns_come_in_the_order_asked_for() {
        TableOptions options = TableOptions.defaults().columns("Message", "Time");

        TypedTable typed = Sinks.rows(options, NAMES, "2025-01-01 00:00:01|INFO|a|extra", "x");

        assertThat(typed.table().columnNames()).containsExactly("Message", "Time");
        assertThat(typed.table().stringColumn("Message").asList()).containsExactly("a", "");
        assertThat(typed.report().longRows()).isEqualTo(1);
        assertThat(typed.report().shortRows()).isEqualTo(1);
    }

    @Test
    void a_column_that_is_not_there_is_named_with_those_that_are() {
        TableOptions options = TableOptions.defaults();
        List.of(
                        options.columns("Tme"),
                        options.where(RowFilter.is("Tme", "x")),
                        options.column("Tme", CellType.text()))
                .forEach(
                        wrong ->
                                assertThatThrownBy(() -> Sinks.rows(wrong, NAMES))
                                        .isInstanceOf(HostException.class)
                                        .hasMessageContaining("no column \"Tme\"")
                                        .hasMessageContaining("[Time, Level, Message]"));
    }

    @Test
    void rows_are_filtered_before_they_are_kept() {
        assertThat(messages(RowFilter.is("Level", "ERROR", "WARN")))
                .containsExactly("took 15 ms", "took 7 ms", "stopped");
        assertThat(
                        messages(
                                RowFilter.contains("Message", "took")
                                        .and(RowFilter.is("Level", "WARN"))))
                .containsExactly("took 7 ms");
        assertThat(messages(RowFilter.matches("Message", "^st").or(RowFilter.is("Level", "WARN"))))
                .containsExactly("started", "took 7 ms", "stopped");
        assertThat(messages(RowFilter.is("Level", "ERROR").not()))
                .containsExactly("started", "took 7 ms");
        assertThat(
                        messages(
                                RowFilter.between(
                                        "Time",
                                        Instant.parse("2025-01-01T00:00:02Z"),
                                        Instant.parse("2025-01-01T00:00:04Z"))))
                .containsExactly("took 15 ms", "took 7 ms");
    }

    @Test
    void numbers_are_compared_as_numbers_and_missing_cells_as_empty() {
        TableOptions options = TableOptions.defaults();
        String[] rows = {"9|a", "10|b", "x|c", "|d", "1e1|e"};

        assertThat(
                        Sinks.rows(
                                        options.where(RowFilter.between("N", 9.5, 10)),
                                        List.of("N", "M"),
                                        rows)
                                .table()
                                .stringColumn("M")
                                .asList())
                .containsExactly("b", "e");
        TypedTable missing =
                Sinks.rows(options.where(RowFilter.isMissing("M")), List.of("N", "M"), "1", "2|x");
        assertThat(missing.table().rowCount()).isEqualTo(1);
        assertThat(missing.report().dropped()).isEqualTo(1);
    }

    @Test
    void filters_that_cannot_be_meant_are_refused() {
        TableOptions options = TableOptions.defaults();

        assertThatThrownBy(() -> Sinks.rows(options.where(RowFilter.matches("Level", "(")), NAMES))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("\"(\" is no regular expression");
        RowFilter times = RowFilter.between("Time", Instant.EPOCH, Instant.MAX);
        assertThatThrownBy(() -> Sinks.rows(options.where(times), NAMES, "Nov  3 01:01:03|INFO|x"))
                .hasMessageContaining("say no year");
    }

    @Test
    void filters_are_values() {
        assertThat(RowFilter.is("A", "x").and(RowFilter.matches("B", "y")))
                .isEqualTo(RowFilter.is("A", "x").and(RowFilter.matches("B", "y")));
    }

    @Test
    void places_lead_back_to_the_source() {
        TableOptions options =
                TableOptions.defaults()
                        .where(RowFilter.is("Level", "ERROR"))
                        .places(RowPlace.values());
        TableSink sink = new TableSink("t", new ColumnPlan(List.of("Level", "Row")), options);

        assertThat(sink.append("a.log", 0, 10, List.of("INFO", "x"))).isFalse();
        assertThat(sink.append("a.log", 10, 5, List.of("ERROR", "y"))).isTrue();
        assertThat(sink.append("b.log", 3, 2, List.of("ERROR", "z"))).isTrue();
        assertThat(sink.append("a.log", 15, 1, List.of("ERROR", "y"))).isTrue();

        Table table = sink.table();
        assertThat(table.columnNames())
                .containsExactly("Source", "Row 2", "Offset", "Length", "Level", "Row");
        assertThat(table.stringColumn("Source").asList())
                .containsExactly("a.log", "b.log", "a.log");
        assertThat(table.longColumn("Row 2").asLongArray()).containsExactly(1, 0, 2);
        assertThat(table.longColumn("Offset").asLongArray()).containsExactly(10, 3, 15);
        assertThat(table.longColumn("Length").asLongArray()).containsExactly(5, 2, 1);
    }

    @Test
    void ragged_rows_are_counted_and_their_cells_kept() {
        TypedTable typed =
                Sinks.rows(TableOptions.defaults(), List.of("A", "B"), "1|2", "3", "4|5|6", "7|8");

        assertThat(typed.table().longColumn("B").asObjectArray()).containsExactly(2L, null, 5L, 8L);
        assertThat(typed.table().longColumn("Extra 1").asObjectArray())
                .containsExactly(null, null, 6L, null);
        TableReport report = typed.report();
        assertThat(report.shortRows()).isEqualTo(1);
        assertThat(report.firstShortRow()).isEqualTo(1);
        assertThat(report.longRows()).isEqualTo(1);
        assertThat(report.firstLongRow()).isEqualTo(2);
    }

    @Test
    void rows_of_another_sink_come_behind() {
        ColumnPlan plan = new ColumnPlan(List.of("A"));
        TableOptions options = TableOptions.defaults().places(RowPlace.SOURCE, RowPlace.OFFSET);
        TableSink first = new TableSink("t", plan, options);
        TableSink second = new TableSink("t", plan, options);
        first.append("a", 1, 1, List.of("1"));
        second.append("b", 2, 1, List.of("2", "x"));
        second.append("b", 3, 1, List.of());

        first.append(second);

        TypedTable typed = first.build();
        assertThat(typed.table().longColumn("A").asObjectArray()).containsExactly(1L, 2L, null);
        assertThat(typed.table().stringColumn("Extra 1").asList()).containsExactly("", "x", "");
        assertThat(typed.table().stringColumn("Source").asList()).containsExactly("a", "b", "b");
        assertThat(typed.table().longColumn("Offset").asLongArray()).containsExactly(1, 2, 3);
        assertThat(typed.report().firstLongRow()).isEqualTo(1);
        assertThat(typed.report().firstShortRow()).isEqualTo(2);
    }

    @Test
    void a_row_cannot_make_columns_without_end() {
        TableSink sink = new TableSink("t", new ColumnPlan(List.of("A")), TableOptions.defaults());

        sink.append(Collections.nCopies(1000, "x"));
        sink.append(List.of("y"));

        TypedTable typed = sink.build();
        assertThat(typed.table().columnCount()).isEqualTo(33);
        assertThat(typed.table().stringColumn(32).get(0)).hasSize(2 * (1000 - 32) - 1);
        assertThat(typed.report().crowdedRows()).isEqualTo(1);
    }

    @Test
    void a_table_can_be_asked_for_again_as_rows_come() {
        TableSink sink = new TableSink("t", new ColumnPlan(List.of("A")), TableOptions.defaults());
        sink.append(List.of("1"));
        Table first = sink.table();
        sink.append(List.of("two"));

        assertThat(sink.table().stringColumn("A").asList()).containsExactly("1", "two");
        assertThat(first.longColumn("A").asObjectArray()).containsExactly(1L);
    }

    @Test
    void a_table_stops_before_the_heap_is_full_and_keeps_its_rows() {
        AtomicLong garbage = new AtomicLong(300L << 20);
        TableSink[] sink = new TableSink[1];
        MemoryGuard guard =
                new MemoryGuard(
                        0.5,
                        400L << 20,
                        () -> garbage.get() + (sink[0] == null ? 0 : sink[0].bytes()),
                        () -> garbage.set(200L << 20));
        sink[0] = new TableSink("t", new ColumnPlan(List.of("M")), TableOptions.defaults(), guard);

        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 10_000_000; i++) {
                                sink[0].append(
                                        List.of("a message of some length, the number " + i));
                            }
                        })
                .isInstanceOf(HostException.class)
                .hasMessageContaining("may take 100 MB (50 % of what is free of 400 MB)")
                .hasMessageContainingAll("head(n)", "where(…)", "columns(…)", "sql(…)")
                .satisfies(
                        e -> assertThat(((TamiasException) e).trouble()).isEqualTo(Trouble.LIMIT));
        assertThat(sink[0].bytes()).isBetween(85L << 20, 101L << 20);
        assertThat(sink[0].table().rowCount()).isEqualTo(sink[0].rows()).isGreaterThan(1_000_000);
    }

    @Test
    void garbage_is_no_reason_to_stop() {
        AtomicLong used = new AtomicLong(390L << 20);
        MemoryGuard guard = new MemoryGuard(0.5, 400L << 20, used::get, () -> used.set(50L << 20));

        guard.check(20L << 20, 1);

        assertThat(used).hasValue(50L << 20);
    }
}

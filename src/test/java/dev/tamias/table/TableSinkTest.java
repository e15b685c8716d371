package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.RenderOptions;
import dev.tamias.table.type.CellType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class TableSinkTest {

    private static RenderOptions captions(String... captions) {
        return new RenderOptions(
                List.of(captions).stream()
                        .map(each -> new RenderOptions.Column(each, "", -1))
                        .toList());
    }

    @Test
    void captions_become_usable_names() {
        assertThat(ColumnPlan.of(captions("Time", " ", "time", "Time")).names())
                .containsExactly("Time", "Column 2", "time 2", "Time 3");
        assertThat(ColumnPlan.of(RenderOptions.PLAIN).names()).containsExactly("Message");
    }

    @Test
    void ragged_rows_keep_all_their_cells() {
        TableSink sink = new TableSink("t", ColumnPlan.of(captions("A", "B")));

        sink.append(List.of("1", "2"));
        sink.append(List.of("3"));
        sink.append(List.of("4", "5", "6"));

        Table table = sink.table();
        assertThat(table.columnNames()).containsExactly("A", "B", "Extra 1");
        assertThat(table.stringColumn("B").asList()).containsExactly("2", "", "5");
        assertThat(table.stringColumn("Extra 1").asList()).containsExactly("", "", "6");
        assertThat(table.stringColumn("B").isMissing(1)).isTrue();
    }

    private static final long SEED = 20_261_123;

    /** A cell of one of the kinds that columns keep in ways of their own. */
    private static String cell(Random random, int kind) {
        return switch (kind) {
            case 0 -> Integer.toString(random.nextInt(200));
            case 1 -> "2026-03-02 08:00:" + (10 + random.nextInt(50)) + "." + random.nextInt(1000);
            case 2 -> "message " + random.nextInt(40_000) + " of some length";
            case 3 -> random.nextInt(90) == 0 ? "odd" : Integer.toString(random.nextInt(5));
            case 4 -> random.nextInt(3) == 0 ? "" : "INFO";
            case 5 -> random.nextInt(3) == 0 ? "-" : "0." + random.nextInt(10);
            default -> "beyond " + random.nextInt(9);
        };
    }

    /** Rows of all kinds of cells; a few lack some or have one too many. */
    private static List<List<String>> rows(Random random, int count) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            int odd = random.nextInt(50);
            int cells = odd == 0 ? 4 : odd == 1 && row > count / 2 ? 7 : 6;
            List<String> some = new ArrayList<>();
            for (int kind = 0; kind < cells; kind++) {
                some.add(cell(random, kind));
            }
            rows.add(some);
        }
        return rows;
    }

    /** All columns at the same time, each on a thread of its own. */
    private static void atOnce(int count, IntConsumer each) {
        List<CompletableFuture<Void>> all =
                IntStream.range(0, count)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> each.accept(number)))
                        .toList();
        all.forEach(CompletableFuture::join);
    }

    private static Stream<TableOptions> tables() {
        TableOptions typed = TableOptions.defaults().places(RowPlace.SOURCE, RowPlace.OFFSET);
        return Stream.of(
                TableOptions.defaults().asText(),
                typed,
                typed.column("Count", CellType.text()).columns("Time", "Message", "Count"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void sinks_put_together_are_as_one_that_had_all_rows(TableOptions options) {
        ColumnPlan plan =
                ColumnPlan.of(captions("Count", "Time", "Message", "Odd", "Level", "Later"));
        for (int rows : new int[] {0, 3, 5_000, 60_000}) {
            Random random = new Random(SEED);
            TableSink whole = new TableSink("t", plan, options);
            TableSink inTurn = new TableSink("t", plan, options);
            TableSink atOnce = new TableSink("t", plan, options);
            List<TableSink> others = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                TableSink some = new TableSink("t", plan, options);
                String source = "part " + part;
                for (List<String> row : rows(random, rows + part)) {
                    // A number in most of the rows, and text in the last ones alone.
                    row.set(0, part == 2 && row.size() > 6 ? "many" : row.get(0));
                    whole.append(source, row.size(), 0, row);
                    some.append(source, row.size(), 0, row);
                }
                inTurn.append(some);
                others.add(some);
            }
            atOnce.appendAll(others, TableSinkTest::atOnce);

            assertSame(inTurn.build(), whole.build());
            assertSame(atOnce.build(TableSinkTest::atOnce), whole.build());
            assertThat(inTurn.bytes()).isEqualTo(whole.bytes());
            assertThat(atOnce.bytes()).isEqualTo(whole.bytes());
        }
    }

    private static void assertSame(TypedTable actual, TypedTable expected) {
        assertThat(actual.report()).isEqualTo(expected.report());
        assertThat(actual.table().columnNames()).isEqualTo(expected.table().columnNames());
        for (Column<?> column : expected.table().columns()) {
            Column<?> other = actual.table().column(column.name());
            assertThat(other.type()).isEqualTo(column.type());
            assertThat(other.asList()).as(column.name()).isEqualTo(column.asList());
        }
    }
}

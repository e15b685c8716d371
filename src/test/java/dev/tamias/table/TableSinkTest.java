package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.RenderOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
            default -> random.nextInt(3) == 0 ? "" : "INFO";
        };
    }

    @Test
    void sinks_put_together_are_as_one_that_had_all_rows() {
        Random random = new Random(SEED);
        for (int rows : new int[] {0, 3, 5_000, 60_000}) {
            ColumnPlan plan = ColumnPlan.of(captions("A", "B", "C", "D", "E"));
            TableSink whole = new TableSink("t", plan);
            TableSink joined = new TableSink("t", plan);
            for (int part = 0; part < 3; part++) {
                TableSink some = new TableSink("t", plan);
                for (int row = 0; row < rows; row++) {
                    List<String> cells = new ArrayList<>();
                    for (int kind = 0; kind < 5 - random.nextInt(50) / 49; kind++) {
                        cells.add(cell(random, kind));
                    }
                    whole.append(cells);
                    some.append(cells);
                }
                joined.append(some);
            }
            TypedTable expected = whole.build();
            TypedTable actual = joined.build();
            assertThat(actual.report()).hasToString(expected.report().toString());
            assertThat(joined.bytes()).isEqualTo(whole.bytes());
            assertThat(actual.table().columnNames()).isEqualTo(expected.table().columnNames());
            for (Column<?> column : expected.table().columns()) {
                Column<?> other = actual.table().column(column.name());
                assertThat(other.type()).isEqualTo(column.type());
                assertThat(other.asList()).as(column.name()).isEqualTo(column.asList());
            }
        }
    }
}

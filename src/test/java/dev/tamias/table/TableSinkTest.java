package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.RenderOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

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
}

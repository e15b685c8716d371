package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TextTableTest {

    @Test
    void sets_cells_in_columns() {
        Table table =
                Table.create(
                        "t",
                        StringColumn.create("Level", "WARN", "I"),
                        StringColumn.create("M", "", "long é"));

        assertThat(TextTable.of(table, 20))
                .isEqualTo("Level | M\n------|-------\nWARN  |\nI     | long é\n");
    }

    @Test
    void shows_the_start_and_the_end_of_many_rows() {
        Table table = Table.create("t", IntColumn.create("N", IntStream.range(0, 100).toArray()));

        assertThat(TextTable.of(table, 3)).isEqualTo("N\n---\n0\n1\n...\n99\n");
    }

    @Test
    void a_cell_cannot_break_its_line_or_steer_a_terminal() {
        Table table = Table.create("t", StringColumn.create("M", "a\nb\u001b[31m\t\\ \u009b"));

        assertThat(TextTable.of(table, 20).lines().skip(2))
                .containsExactly("a\\nb\\u001b[31m\\t\\\\ \\u009b");
    }

    @Test
    void a_long_cell_is_clipped_between_characters() {
        Table table = Table.create("t", StringColumn.create("M", "😀".repeat(101)));

        assertThat(TextTable.of(table, 20).lines().skip(2)).containsExactly("😀".repeat(99) + "…");
    }
}

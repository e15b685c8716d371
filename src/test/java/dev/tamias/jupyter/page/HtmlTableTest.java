package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTableTest {

    @Test
    void nothing_in_a_log_becomes_markup() {
        String attack = "<script>alert('1')</script>\"&\u001b[0m";
        Table table = Table.create(attack, StringColumn.create(attack, attack));

        assertThat(HtmlTable.of(table))
                .doesNotContain("<script", "'", "\u001b")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;␛[0m");
    }

    @Test
    void tells_size_names_and_types() {
        Table table =
                Table.create(
                        "plain",
                        StringColumn.create("A", "x"),
                        IntColumn.create("B", new int[] {1}));

        assertThat(HtmlTable.of(table))
                .contains(
                        "<b>plain</b>: 1 rows × 2 columns",
                        ">A</th>",
                        ">B</th>",
                        "<i>string</i>",
                        "<i>integer</i>");
    }

    @Test
    void shows_the_start_and_the_end_of_many_rows() {
        Table table = Table.create("t", IntColumn.create("N", IntStream.range(0, 5_000).toArray()));

        assertThat(HtmlTable.of(table, 4))
                .contains(
                        "5,000 rows",
                        "<th>0</th>",
                        "<th>1</th>",
                        "⋮ 4,996 more",
                        "<th>4998</th>",
                        "<th>4999</th>",
                        "<summary>rows 2 to 101</summary>")
                .doesNotContain("<th>102</th>", "<th>4997</th>");
    }

    @Test
    void a_table_of_any_size_is_a_page_of_some_size() {
        Table wide = Table.create("wide");
        for (int i = 0; i < 500; i++) {
            String[] cells = new String[200];
            Arrays.fill(cells, "z".repeat(1_000));
            wide.addColumns(StringColumn.create("C" + i, cells));
        }

        assertThat(HtmlTable.of(wide))
                .hasSizeLessThan(1_000_000)
                .contains("500 columns, of which the first are shown", "too long to be shown here");
    }

    @Test
    void needs_neither_scripts_nor_the_network() {
        assertThat(HtmlTable.of(Table.create("t", StringColumn.create("A", "x"))))
                .doesNotContain("http", "src=", "script", "onclick");
    }

    @Test
    void a_long_cell_is_clipped() {
        assertThat(HtmlTable.of(Table.create("t", StringColumn.create("A", "y".repeat(10_000)))))
                .hasSizeLessThan(2_000)
                .contains("yyy…<");
    }
}

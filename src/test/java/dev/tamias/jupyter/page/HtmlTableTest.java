package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class HtmlTableTest {

    private static Table numbers(int rows) {
        return Table.create("t", IntColumn.create("N", IntStream.range(0, rows).toArray()));
    }

    @Test
    void nothing_in_a_log_becomes_markup() {
        String attack = "<script>alert('1')</script>\"&\u001b[0m";
        Document page =
                Pages.harmless(
                        HtmlTable.of(Table.create(attack, StringColumn.create(attack, attack))));

        assertThat(page.select("td").text()).isEqualTo("<script>alert('1')</script>\"&␛[0m");
        assertThat(page.select(".top").text()).startsWith("<script>alert('1')</script>");
        assertThat(page.select("thead th").last().text()).startsWith("<script>alert('1')</script>");
    }

    @Test
    void no_hostile_text_in_name_caption_or_cell_becomes_markup() {
        for (int i = 0; i < 40; i++) {
            String text = Pages.hostile(i);
            Table table = Table.create(text, StringColumn.create(text, Pages.hostile()));

            Pages.harmless(HtmlTable.of(table));
        }
    }

    @Test
    void tells_size_names_and_types() {
        Table table =
                Table.create(
                        "plain",
                        StringColumn.create("A", "x"),
                        IntColumn.create("B", new int[] {1}));
        Document page = Pages.harmless(HtmlTable.of(table));

        assertThat(page.select(".top").text()).isEqualTo("plain · 1 row × 2 columns");
        assertThat(page.select("thead th").eachText()).containsExactly("A string", "B integer");
        assertThat(page.select("th.number, td.number").eachText())
                .containsExactly("B integer", "1");
    }

    @Test
    void shows_the_start_and_the_end_of_many_rows() {
        Document page = Pages.harmless(HtmlTable.of(numbers(5_000), 4));

        assertThat(page.select("p.top").text()).contains("5,000 rows");
        assertThat(page.selectFirst("table").select("tbody th").eachText())
                .containsExactly("0", "1", "4998", "4999");
        assertThat(page.selectFirst("tr.gap").text()).contains("⋮ 4,996 more rows");
    }

    @Test
    void rows_between_unfold_a_page_at_a_time() {
        Document page = Pages.harmless(HtmlTable.of(numbers(5_000)));

        assertThat(page.select("details > summary").eachText())
                .containsExactly(
                        "Rows 10 to 59", "Rows 60 to 109", "Rows 110 to 159", "Rows 160 to 209");
        assertThat(page.select("details").get(1).select("tbody th").eachText())
                .hasSize(50)
                .startsWith("60");
        assertThat(page.select(".note").text())
                .isEqualTo(
                        "Rows 210 to 4,989 are not on this page; .inRange(210, 260) of the table has the"
                                + " next.");
    }

    @Test
    void all_rows_of_a_small_table_are_on_its_pages() {
        Document page = Pages.harmless(HtmlTable.of(numbers(121)));

        assertThat(page.select("tbody td.number").eachText()).hasSize(121).doesNotHaveDuplicates();
        assertThat(page.select(".note")).isEmpty();
    }

    @Test
    void a_table_without_rows_has_its_head_and_one_without_columns_its_size() {
        assertThat(Pages.harmless(HtmlTable.of(numbers(0))).select("thead th").eachText())
                .containsExactly("N integer");
        assertThat(Pages.harmless(HtmlTable.of(Table.create("none"))).text())
                .contains("none · 0 rows × 0 columns");
    }

    @Test
    void of_five_hundred_columns_the_first_and_the_last_are_shown_and_all_named() {
        List<Column<?>> columns = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            columns.add(StringColumn.create("C" + i, "<".repeat(1_000), "x"));
        }
        String html = HtmlTable.of(Table.create("wide", columns));
        Document page = Pages.harmless(html);

        assertThat(html).hasSizeLessThan(60_000);
        assertThat(page.select("thead th").eachText())
                .hasSize(41)
                .contains("C29 string", "…", "C490 string", "C499 string")
                .doesNotContain("C30 string");
        assertThat(page.select("details").text()).contains("All 500 columns", "C250 string");
    }

    @Test
    void cells_of_a_megabyte_are_cut_and_the_page_has_its_bound() {
        String cell = "&".repeat(1_000_000);
        StringColumn column = StringColumn.create("A");
        for (int i = 0; i < 300; i++) {
            column.append(cell);
        }
        List<Column<?>> columns = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            columns.add(column.copy().setName("\"'<>&".repeat(1_000) + i));
        }

        assertThat(HtmlTable.of(Table.create("t", column)).length()).isLessThan(160_000);
        assertThat(HtmlTable.of(Table.create("t", columns)).length()).isLessThan(600_000);
    }

    @Test
    void millions_of_rows_make_no_larger_page_than_thousands() {
        String few = HtmlTable.of(numbers(5_000));

        assertThat(HtmlTable.of(numbers(3_000_000)).length()).isBetween(few.length(), 24_000);
    }

    @Test
    void a_long_cell_is_clipped_between_characters() {
        String html =
                HtmlTable.of(Table.create("t", StringColumn.create("A", "😀".repeat(10_000))));

        assertThat(html).contains("😀😀😀…<").doesNotContain("\ufffd");
        assertThat(html.codePoints().filter(each -> each == "😀".codePointAt(0)).count())
                .isEqualTo(300);
    }
}

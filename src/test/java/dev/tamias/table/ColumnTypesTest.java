package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.table.column.ColumnReport;
import dev.tamias.table.type.CellType;
import dev.tamias.table.type.CellType.Kind;
import dev.tamias.table.type.Widening;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types that are found in the cells, over the whole of them, and those that are declared. */
class ColumnTypesTest {

    private static Kind kind(String... cells) {
        return Sinks.column("C", cells).report().column("C").kind();
    }

    @ParameterizedTest
    @CsvSource({
        "0 -1 9223372036854775807, INTEGER",
        "007 1, TEXT",
        "+1 2, TEXT",
        "-0, TEXT",
        "9223372036854775808, TEXT",
        "-9223372036854775808, TEXT",
        "1 1.5, FLOATING",
        "1.50 2.25, FLOATING",
        "1.0 2.25 -3.5, FLOATING",
        "1.9 1.10, TEXT",
        "1.0 2, TEXT",
        ".5, TEXT",
        "1e5, TEXT",
        "1234567890123456.5, TEXT",
        "1234567890123456 1.5, TEXT",
        "true false, BOOLEAN",
        "True False, BOOLEAN",
        "true False, TEXT",
        "INFO warn Error, LEVEL",
        "INFO hello, TEXT",
        "1 two, TEXT",
        "NaN 1, TEXT",
        "- -, TEXT",
        "- 1, INTEGER"
    })
    void the_narrowest_type_from_which_the_text_could_be_printed_again(String cells, Kind kind) {
        assertThat(kind(cells.split(" "))).isEqualTo(kind);
    }

    @Test
    void what_is_found_late_counts_as_much_as_what_is_found_early() {
        String[] cells = new String[20_001];
        for (int i = 0; i < 20_000; i++) {
            cells[i] = String.valueOf(i);
        }
        cells[20_000] = "end";

        TypedTable typed = Sinks.column("N", cells);

        ColumnReport report = typed.report().column("N");
        assertThat(report.kind()).isEqualTo(Kind.TEXT);
        assertThat(report.widenings())
                .containsExactly(new Widening(Kind.INTEGER, Kind.TEXT, 20_000, "end"));
        assertThat(typed.table().stringColumn("N").asList()).containsExactly(cells);
    }

    @Test
    void a_wider_number_keeps_the_narrower_ones() {
        TypedTable typed = Sinks.column("N", "1", "", "2.5", "-");

        assertThat(typed.table().doubleColumn("N").asDoubleArray())
                .containsExactly(1, Double.NaN, 2.5, Double.NaN);
        ColumnReport report = typed.report().column("N");
        assertThat(report.missing()).isEqualTo(2);
        assertThat(report.dashes()).isEqualTo(1);
        assertThat(report)
                .hasToString(
                        "N: floating, no longer integer from row 2 (\"2.5\"), 2 missing, 1 of them -");
    }

    @Test
    void integers_of_any_size_are_longs_so_that_a_notebook_does_not_depend_on_the_data() {
        assertThat(Sinks.column("N", "1", "-").table().longColumn("N").asObjectArray())
                .containsExactly(1L, null);
        assertThat(Sinks.column("N", "9223372036854775807").table().longColumn("N").getLong(0))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void booleans_have_missing_values() {
        assertThat(
                        Sinks.column("B", "true", "", "false")
                                .table()
                                .booleanColumn("B")
                                .asObjectArray())
                .containsExactly(true, null, false);
    }

    @Test
    void letters_are_levels_where_the_caption_says_so() {
        assertThat(Sinks.column("Level", "E", "W").report().column("Level").kind())
                .isEqualTo(Kind.LEVEL);
        assertThat(kind("E", "W")).isEqualTo(Kind.TEXT);
    }

    @Test
    void cells_that_are_not_of_the_declared_type_are_missing_and_counted() {
        TableOptions options = TableOptions.defaults().column("N", CellType.integer());

        TypedTable typed = Sinks.column(options, "N", "007", "x", "", "+3", "x\u0000y", "1e3");

        assertThat(typed.table().longColumn("N").asObjectArray())
                .containsExactly(7L, null, null, 3L, null, null);
        ColumnReport report = typed.report().column("N");
        assertThat(report.unparsed()).isEqualTo(3);
        assertThat(report.missing()).isEqualTo(4);
        assertThat(report.firstUnparsed())
                .containsExactly(
                        new ColumnReport.Cell(1, "x"),
                        new ColumnReport.Cell(4, "x\uFFFDy"),
                        new ColumnReport.Cell(5, "1e3"));
    }

    @Test
    void declared_floating_reads_exponents_and_no_type_letters() {
        TableOptions options = TableOptions.defaults().column("N", CellType.floating());

        TypedTable typed =
                Sinks.column(options, "N", "1e3", "-0.0", "NaN", "1f", "0x1p3", "007.50");

        assertThat(typed.table().doubleColumn("N").asDoubleArray())
                .containsExactly(1000, 0.0, Double.NaN, Double.NaN, Double.NaN, 7.5);
    }

    @Test
    void declared_text_keeps_numbers_as_they_are() {
        TableOptions options = TableOptions.defaults().column("N", CellType.text());

        assertThat(Sinks.column(options, "N", "1", "2").table().stringColumn("N").asList())
                .containsExactly("1", "2");
    }

    @Test
    void an_empty_input_has_its_columns_and_declared_types() {
        TableOptions options = TableOptions.defaults().column("A", CellType.instant());

        TypedTable typed = Sinks.rows(options, List.of("A", "B"));

        assertThat(typed.table().columnNames()).containsExactly("A", "B");
        assertThat(typed.table().rowCount()).isZero();
        assertThat(typed.table().instantColumn("A").size()).isZero();
        assertThat(typed.table().stringColumn("B").size()).isZero();
    }

    @Test
    void control_characters_and_replaced_bytes_are_kept_and_counted() {
        TypedTable typed =
                Sinks.column(
                        "M",
                        "nul\u0000 here",
                        "a line\n\tand more",
                        "bad \uFFFD byte",
                        "c1 \u0085",
                        "nul\u0000 here",
                        "12345678\u007f",
                        "é ü 漢字 fine",
                        "\u001b[31mred");

        ColumnReport report = typed.report().column("M");
        assertThat(report.controls()).isEqualTo(5);
        assertThat(report.replaced()).isEqualTo(1);
        assertThat(typed.table().stringColumn("M").get(0)).isEqualTo("nul\u0000 here");
    }
}

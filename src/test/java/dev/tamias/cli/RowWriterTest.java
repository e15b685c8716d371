package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RowWriterTest {

    private final StringBuilder out = new StringBuilder();
    private final RowWriter writer = new RowWriter(out);

    private static Table table(String... cells) {
        return Table.create(
                "t", StringColumn.create("A", cells), StringColumn.create("B,C", cells));
    }

    @Test
    void csv_quotes_what_would_be_read_as_something_else() throws IOException {
        writer.csv(
                table("plain", "a,b", "say \"x\"", "two\nlines", "cr\r", "back\\slash\ttab", ""));

        assertThat(out.toString())
                .isEqualTo(
                        "A,\"B,C\"\nplain,plain\n\"a,b\",\"a,b\"\n\"say \"\"x\"\"\",\"say \"\"x\"\"\"\n"
                                + "\"two\nlines\",\"two\nlines\"\n\"cr\r\",\"cr\r\"\n"
                                + "back\\slash\ttab,back\\slash\ttab\n,\n");
    }

    @Test
    void csv_has_a_record_even_for_one_empty_cell() throws IOException {
        writer.csv(Table.create("t", StringColumn.create("A", "x", "", "y")));

        assertThat(out.toString()).isEqualTo("A\nx\n\"\"\ny\n");
    }

    @Test
    void jsonl_has_one_object_a_line() throws IOException {
        writer.jsonl(table("x", "\"\\\n\u0001é"));

        assertThat(out.toString())
                .isEqualTo(
                        "{\"A\":\"x\",\"B,C\":\"x\"}\n"
                                + "{\"A\":\"\\\"\\\\\\n\\u0001é\",\"B,C\":\"\\\"\\\\\\n\\u0001é\"}\n");
    }

    @Test
    void a_table_without_rows_has_a_header() throws IOException {
        writer.csv(Table.create("t", StringColumn.create("A")));

        assertThat(out.toString()).isEqualTo("A\n");
    }
}

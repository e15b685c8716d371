package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.model.ParsedItem;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tech.tablesaw.api.Table;

/** A column of one parser's rows as the input of another. */
@Timeout(120)
class ChainTest {

    private final Plugins logs = Plugins.scan();

    private static Bytes text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.rowCount(); i++) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < table.columnCount(); c++) {
                cells.add(table.getString(i, c));
            }
            rows.add(cells);
        }
        return rows;
    }

    private ParserStep tagged() {
        return logs.parser("lines")
                .set("format", "regex")
                .set("pattern", "^(?<Tag>\\w+): ?(?<Body>.*)$");
    }

    private ParserStep fields(int count, String separator) {
        return logs.parser("fields").set("count", count).set("separator", separator);
    }

    @Test
    void cells_of_lines_become_fields() {
        Table table =
                tagged().over(text("a: 1,2\nb: \nnothing\nc: 3,4"))
                        .then(fields(2, ",").on("body"))
                        .table();

        assertThat(table.columnNames()).containsExactly("Tag", "Body", "Unmatched", "c1", "c2");
        assertThat(rows(table))
                .containsExactly(
                        List.of("a", "1,2", "", "1", "2"),
                        List.of("b", "", "", "", ""),
                        List.of("", "", "nothing", "", ""),
                        List.of("c", "3,4", "", "3", "4"));
    }

    @Test
    void a_cell_of_several_messages_gives_several_rows() {
        Table table =
                logs.parser("fields")
                        .set("columns", "Id,Text")
                        .over(text("1,\"x\ny\nz\"\n2,\n3,w\n"))
                        .then(logs.parser("lines").on("Text"))
                        .table();

        assertThat(table.columnNames()).containsExactly("Id", "Text", "Message");
        assertThat(rows(table))
                .extracting(row -> row.get(0) + row.get(2))
                .containsExactly("1x", "1y", "1z", "2", "3w");
    }

    @Test
    void head_counts_the_rows_of_the_chain() {
        SourceStep step =
                logs.parser("fields")
                        .set("columns", "Id,Text")
                        .over(text("1,\"x\ny\nz\"\n2,\n3,w\n"))
                        .then(logs.parser("lines").on("Text"))
                        .head(2);

        assertThat(step.table().rowCount()).isEqualTo(2);
        assertThat(step.items()).hasSize(2);
        assertThat(step.summary().complete()).isFalse();
    }

    @Test
    void payloads_of_dlt_become_lines() {
        SourceStep dlt = logs.parser("dlt").over(sample("sample.dlt"));

        Table plain = dlt.table();
        Table chained = dlt.then(logs.parser("lines").on("PAYLOAD")).table();

        assertThat(chained.columnNames())
                .startsWith(plain.columnNames().toArray(new String[0]))
                .endsWith("Message");
        assertThat(chained.rowCount()).isGreaterThanOrEqualTo(plain.rowCount());
        for (int i = 0; i < chained.rowCount(); i++) {
            assertThat(chained.getString(i, "PAYLOAD")).contains(chained.getString(i, "Message"));
        }
    }

    @Test
    void three_parsers_in_a_chain_keep_their_names_apart() {
        Table table =
                logs.parser("lines")
                        .over(text("a;1,2\nb;3\n"))
                        .then(fields(2, ";").on("Message"))
                        .then(fields(2, ",").on("c2"))
                        .table();

        assertThat(table.columnNames()).containsExactly("Message", "c1", "c2", "c1 2", "c2 2");
        assertThat(rows(table))
                .containsExactly(
                        List.of("a;1,2", "a", "1,2", "1", "2"), List.of("b;3", "b", "3", "3", ""));
    }

    @Test
    void bytes_in_hexadecimal_are_a_trace() throws IOException {
        byte[] trace;
        try (InputStream stream = Plugins.class.getResourceAsStream("samples/sample.dlt")) {
            trace = stream.readAllBytes();
        }
        List<ParsedItem> messages =
                logs.parser("dlt").over(sample("sample.dlt")).head(40).items().toList();
        StringBuilder lines = new StringBuilder();
        for (ParsedItem message : messages) {
            int from = (int) message.offset();
            HexFormat form = HexFormat.ofDelimiter(lines.length() % 2 == 0 ? " " : "");
            lines.append(form.formatHex(trace, from, from + (int) message.length())).append('\n');
        }

        Table table =
                logs.parser("lines")
                        .over(text(lines.toString()))
                        .then(logs.parser("dlt").on("Message").hex())
                        .text()
                        .table();

        assertThat(rows(table).stream().map(row -> row.subList(1, row.size())))
                .isEqualTo(messages.stream().map(ParsedItem::cells).toList());
    }

    @Test
    void what_fails_in_a_cell_is_said_with_row_and_column() {
        SourceStep hex =
                logs.parser("lines")
                        .over(text("00\nzz\n"))
                        .then(logs.parser("lines").on("Message").hex());

        TableIncomplete failure = catchThrowableOfType(TableIncomplete.class, hex::table);

        assertThat(failure)
                .hasMessageContaining("Row 1 (counted from 0), at byte 3")
                .hasMessageContaining("In column \"Message\"")
                .hasMessageContaining("no hexadecimal digit");
        assertThatThrownBy(
                        () ->
                                logs.parser("lines")
                                        .over(text("x\n"))
                                        .then(logs.parser("lines").on("Payload"))
                                        .table())
                .hasMessageContaining("no column \"Payload\"; there are Message");
    }

    @Test
    void a_parser_that_traps_in_a_cell_ends_the_chain_and_keeps_the_rows() {
        ParserStep trapping =
                logs.parser("src/test/resources/plugins/faulty/faulty.wasm").set("fault", "trap");

        TableIncomplete failure =
                catchThrowableOfType(
                        TableIncomplete.class,
                        () ->
                                fields(2, ",")
                                        .over(text("1,\n2,\n3,x\n4,\n"))
                                        .then(trapping.on("c2"))
                                        .text()
                                        .table());

        assertThat(failure.trouble()).isEqualTo(Trouble.TRAP);
        assertThat(failure).hasMessageContaining("Row 2 (counted from 0)");
        assertThat(failure.table().stringColumn(0).asList()).startsWith("1", "2");
    }

    @Test
    void explain_names_every_link() {
        assertThat(
                        logs.parser("lines")
                                .over(text("x\n"))
                                .then(fields(2, ";").on("Message").hex())
                                .explain())
                .contains("then", "parser fields on Message, in hexadecimal", "separator = \";\"");
    }
}

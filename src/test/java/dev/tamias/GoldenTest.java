package dev.tamias;

import static dev.tamias.Bytes.sample;
import static dev.tamias.Bytes.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.model.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The bundled plugins over the bundled logs give the cells that independent readings of the same bytes
 * give: pydlt for DLT, a few lines of Python for the others ({@code src/plugins/oracle.py} wrote what is
 * in {@code golden}).
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One run of {@code runs.json}. */
    record Case(String name, JsonNode run) {

        SourceStep over(Bytes bytes) {
            ParserStep parser = Plugins.scan().parser(run.get("plugin").asText());
            for (Map.Entry<String, JsonNode> setting : run.get("settings").properties()) {
                parser = parser.set(setting.getKey(), setting.getValue().asText());
            }
            return parser.over(bytes).text();
        }

        String sampleName() {
            return run.get("sample").asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        JSON.readTree(GOLDEN.resolve("runs.json").toFile())
                .properties()
                .forEach(each -> cases.add(new Case(each.getKey(), each.getValue())));
        assertThat(cases).isNotEmpty();
        return cases.stream();
    }

    private static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(GOLDEN.resolve(file))) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    private static void assertRows(Table table, String golden) throws IOException {
        List<JsonNode> expected = lines(golden);
        assertThat(table.rowCount()).isEqualTo(expected.size());
        for (Row row : table) {
            JsonNode cells = expected.get(row.getRowNumber());
            for (int i = 0; i < table.columnCount(); i++) {
                String cell = i < cells.size() ? cells.get(i).asText() : "";
                assertThat(row.getString(i))
                        .as("row %d, column %d", row.getRowNumber(), i)
                        .isEqualTo(cell);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_table_is_the_independent_reading(Case each) throws IOException {
        Parsed parsed = each.over(sample(each.sampleName())).parse();

        assertRows(parsed.table(), each.name() + ".jsonl");
        assertThat(parsed.summary().tail()).isZero();
        if (each.run().has("attachments")) {
            assertAttachments(parsed.attachments(), lines(each.run().get("attachments").asText()));
        }
    }

    private static void assertAttachments(List<Attachment> found, List<JsonNode> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            Attachment attachment = found.get(i);
            JsonNode file = expected.get(i);
            assertThat(attachment.name()).isEqualTo(file.get("name").asText());
            assertThat(attachment.size()).isEqualTo(file.get("size").asLong());
            assertThat(attachment.createdDate()).isEqualTo(file.get("created").asText());
            assertThat(JSON.<JsonNode>valueToTree(attachment.messages()).toString())
                    .isEqualTo(file.get("messages").toString());
            assertThat(attachment.data())
                    .isEqualTo(Base64.getDecoder().decode(file.get("data").asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_byte_source_plugin_gives_the_same_table(Case each) throws IOException {
        Path file = Path.of("src/main/resources/dev/tamias/samples", each.sampleName());

        Table table = each.over(source("file-source").set("input-path", file)).table();

        assertRows(table, each.name() + ".jsonl");
    }
}

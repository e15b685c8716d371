package dev.tamias;

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.engine.Engine;
import dev.tamias.manager.PluginsManager;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * Plugins that bring a language's whole engine along: Python, and JavaScript in SpiderMonkey and in
 * QuickJS. They are too large to be part of the project: {@code src/plugins/build-guests FOLDER} makes
 * them, and this test looks for them in the folder that the system property {@code tamias.guests}
 * names. Their rows are to be what {@code src/plugins/check-guests.py} found in another way, and what
 * the native engine gives.
 */
class ToolchainTest {

    private static final Path LOG = Path.of("src/test/resources/guests/pairs.log");
    private static final Path ROWS = Path.of("src/test/resources/guests/pairs.jsonl");

    /** No deadline that a busy machine could miss; one engine, so that each guest is compiled once. */
    private static final Engine ENGINE =
            Engine.builder().limits(Limits.defaults().withCallTime(Duration.ofMinutes(10))).build();

    private static final PluginsManager PLUGINS = PluginsManager.scan(ENGINE, List.of());

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static ParserStep parser(String name) {
        return new ParserStep(ENGINE, PLUGINS, guest(name), Map.of());
    }

    private static String guest(String name) {
        String folder = System.getProperty("tamias.guests", "");
        assumeTrue(!folder.isBlank(), "the system property tamias.guests is not set");
        Path guest = Path.of(folder, name + ".wasm");
        assertThat(guest).exists();
        return guest.toString();
    }

    private static List<List<String>> expected() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROWS)) {
            List<String> cells = new ArrayList<>();
            for (JsonNode cell : new ObjectMapper().readTree(line)) {
                cells.add(cell.asText());
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : table) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < table.columnCount(); i++) {
                cells.add(row.getString(i));
            }
            rows.add(cells);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs-qjs", "pairs-js", "pairs-py"})
    void a_parser_lists_its_schema_and_parses(String name) throws IOException {
        ParserStep parser = parser(name);
        Parsed parsed = parser.over(file(LOG)).parse();

        assertThat(parser.schema().ids()).isEqualTo("keys, least, rest");
        assertThat(parsed.table().columnNames()).containsExactly("time", "level", "msg", "rest");
        assertThat(rows(parsed.table())).isEqualTo(expected());
        assertThat(parsed.summary().complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs-qjs", "pairs-js", "pairs-py"})
    void a_parser_leaves_lines_out_and_refuses_a_wrong_setting(String name) throws IOException {
        ParserStep parser = parser(name).set("rest", false);
        long errors = expected().stream().filter(row -> row.get(1).equals("error")).count();

        Table table = parser.set("keys", "level").set("least", "error").over(file(LOG)).table();

        assertThat(table.columnNames()).containsExactly("level");
        // Lines without a level are kept.
        assertThat(rows(table).stream().filter(row -> row.get(0).equals("error")))
                .hasSize((int) errors);
        assertThat(rows(table)).noneMatch(row -> row.get(0).equals("info"));
        assertThatThrownBy(() -> parser.set("keys", "a,,b").over(file(LOG)).table())
                .hasMessageContaining("\"keys\" names an empty key");
    }

    @Test
    void a_byte_source_unpacks_for_a_parser(@TempDir Path folder) throws IOException {
        Path packed = folder.resolve("pairs.log.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(LOG, out);
        }

        Parsed parsed =
                parser("pairs-py").over(source(guest("unpack-py")).set("file", packed)).parse();

        assertThat(rows(parsed.table())).isEqualTo(expected());
    }
}

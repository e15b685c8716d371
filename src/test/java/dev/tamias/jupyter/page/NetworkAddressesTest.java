package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.Bytes;
import dev.tamias.Parsed;
import dev.tamias.Plugins;
import dev.tamias.model.Attachment;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.table.LogTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Nothing that is shown, here or in the notebooks of the project, has an address to fetch from. */
class NetworkAddressesTest {

    /** What a viewer fetches, or a reader could follow. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://|\\bwss?://|ftp://|url\\s*\\(|@import|javascript:|\\b(src|href|srcset|action|poster)"
                            + "\\s*=\\s*[\"']?(?!data:image/(png|jpeg|gif);)|[\"'(=]//\\w",
                    Pattern.CASE_INSENSITIVE);

    /** Names, which nobody fetches. */
    private static final Pattern NAMESPACE =
            Pattern.compile("xmlns(:xlink)?=\"http://www\\.w3\\.org/(2000/svg|1999/xlink)\"");

    @TempDir private Path root;

    private static void clean(String name, String markup) {
        String text = NAMESPACE.matcher(markup).replaceAll("");
        assertThat(ADDRESS.matcher(text).results().map(each -> excerpt(text, each.start())))
                .as(name)
                .isEmpty();
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 60));
    }

    @Test
    void the_pattern_finds_what_it_looks_for() {
        for (String each :
                List.of(
                        "<img src='x.png'>",
                        "<a href=\"y\">",
                        "http://x",
                        "url( x)",
                        "@import 'x'",
                        "(//cdn.example)")) {
            assertThat(ADDRESS.matcher(each).find()).as(each).isTrue();
        }
    }

    @Test
    void no_page_has_one() {
        Map<String, String> pages = new TreeMap<>();
        Plugins plugins = Plugins.scan(root);
        var lines = plugins.parser("lines").set("format", "common");
        var step = lines.over(Bytes.sample("lines.log"));
        Parsed parsed = step.parse();
        pages.put("table", HtmlTable.of(parsed.table()));
        pages.put("parsed", ParsedPage.of(parsed));
        pages.put("summary", SummaryTable.of(parsed.summary()));
        pages.put("log", LogPage.of(parsed.log()));
        pages.put("parser step", StepPage.of(lines));
        pages.put("source step", StepPage.of(step));
        pages.put("schema", SchemaTable.of(lines.schema()));
        pages.put("error", ErrorPage.of(new HostException(Trouble.INPUT, "It is so.")));
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        pages.put(
                "attachment",
                AttachmentView.of(new Attachment("a", 4, null, null, List.of(), text)));
        pages.put("plugin", PluginsPage.of(lines.plugin()));
        pages.put("plugins", PluginsPage.of(plugins));

        pages.forEach(NetworkAddressesTest::clean);
    }

    @Test
    void no_picture_has_one() {
        Table table =
                Plugins.scan(root)
                        .parser("lines")
                        .set("format", "common")
                        .over(Bytes.sample("lines.log"))
                        .table();
        var log = LogTables.of(table);

        clean("histogram", log.histogram().svg());
        clean("stacked", log.histogram(Duration.ofSeconds(10), "Level").svg());
        clean("bars", log.bars("Component", 10).svg());
        clean("heat map", log.heatMap(Duration.ofSeconds(10), "Component").svg());
    }

    @Test
    void no_output_in_a_notebook_of_the_project_has_one() throws IOException {
        try (Stream<Path> notebooks = Files.walk(Path.of("notebooks"))) {
            for (Path each :
                    notebooks.filter(file -> file.toString().endsWith(".ipynb")).toList()) {
                JsonNode cells = new ObjectMapper().readTree(each.toFile()).path("cells");
                for (JsonNode output : cells.findValues("outputs")) {
                    clean(each.toString(), shown(output));
                }
            }
        }
    }

    /** What the outputs of a cell show as markup; text is text. */
    private static String shown(JsonNode outputs) {
        StringBuilder markup = new StringBuilder();
        for (JsonNode output : outputs) {
            output.path("data")
                    .properties()
                    .forEach(
                            each -> {
                                if (!each.getKey().equals("text/plain")) {
                                    each.getValue().forEach(line -> markup.append(line.asText()));
                                    markup.append(each.getValue().asText());
                                }
                            });
        }
        return markup.toString();
    }

    @Test
    void no_logo_and_no_style_sheet_has_one() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("kernel"))) {
            for (Path each : files.filter(file -> file.toString().endsWith(".svg")).toList()) {
                clean(each.toString(), Files.readString(each));
            }
        }
        clean("page.css", Style.sheet());
    }
}

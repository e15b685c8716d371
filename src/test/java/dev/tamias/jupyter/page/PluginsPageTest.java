package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.Bytes;
import dev.tamias.Plugins;
import dev.tamias.host.RunLog;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginState;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsPageTest {

    private static final Path OWN = Path.of("src/main/resources/dev/tamias/plugins");
    private static final Path TESTS = Path.of("src/test/resources/plugins");
    private static final int BOUND = 112_000;

    @TempDir private Path root;

    private Path put(String name, Path wasm) throws IOException {
        Path directory = Files.createDirectories(root.resolve("parsers").resolve(name));
        Files.copy(wasm, directory.resolve(name + ".wasm"));
        return directory;
    }

    private Path put(String test) throws IOException {
        return put(test, TESTS.resolve(test).resolve(test + ".wasm"));
    }

    private Path fields(String name) throws IOException {
        return put(name, OWN.resolve("parsers/fields/fields.wasm"));
    }

    private static void toml(Path directory, String title, String description) throws IOException {
        Files.writeString(
                directory.resolve(directory.getFileName() + ".toml"),
                "title = " + quoted(title) + "\ndescription = " + quoted(description) + "\n");
    }

    private static String quoted(String text) {
        StringBuilder toml = new StringBuilder("\"");
        for (char each : text.replaceAll("[\\ud800-\\udfff]", "?").toCharArray()) {
            toml.append(String.format("\\u%04x", (int) each));
        }
        return toml.append('"').toString();
    }

    private static Element plugin(Document page, String name) {
        return page.select("details.plugin").stream()
                .filter(each -> each.selectFirst("summary b").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_plugin_shows_all_that_is_known_of_it() {
        Document page = Pages.harmless(PluginsPage.of(Plugins.scan(root)));

        Element dlt = plugin(page, "dlt");
        assertThat(dlt.selectFirst("summary").text()).contains("valid", "DLT", "parser 0.1.0");
        assertThat(dlt.text())
                .contains(
                        "Traces of AUTOSAR",
                        "0.1.0, for interface 0.1.0",
                        "SHA-256",
                        "Plugins.scan().parser(\"dlt\").over(bytes(\"FILE\")).table()",
                        "wasi:filesystem/preopens",
                        "It reads the files and directories that its configuration names",
                        "Read bundled parsers/dlt");
        assertThat(dlt.select("table.form tr").eachText())
                .anyMatch(each -> each.contains(".set(\"storage-header\", true)"))
                .anyMatch(each -> each.contains(".set(\"fibex\", Path.of(\"file.xml\"))"));
        assertThat(dlt.select("table.columns th").eachText()).contains("ECUID", "PAYLOAD");
        assertThat(dlt.select(".readme h4").eachText()).containsExactly("DLT");
        assertThat(dlt.select(".readme table").size()).isEqualTo(2);
        assertThat(plugin(page, "file-source").text()).contains("over(source(\"file-source\"))");
    }

    @Test
    void what_cannot_be_used_comes_first_with_all_reasons_and_remedies() throws IOException {
        put("wrong-types");
        put("core-module");
        Files.writeString(put("scan-trap").resolve("scan-trap.toml"), "title = ");
        Document page = Pages.harmless(PluginsPage.of(Plugins.scan(root)));

        assertThat(page.select("details.plugin[open] summary b").eachText())
                .containsExactly("core-module", "scan-trap", "wrong-types");
        assertThat(plugin(page, "core-module").select(".problems").text())
                .contains("core WebAssembly module", "Remedy", "troubleshooting.md#malformed");
        assertThat(plugin(page, "wrong-types").select(".problems li").size()).isGreaterThan(3);
        assertThat(plugin(page, "wrong-types").select("b.look").text()).isEqualTo("other");
        assertThat(plugin(page, "scan-trap").text()).contains("scan-trap.toml is no TOML");
        assertThat(page.select(".top").text()).isEqualTo("7 plugins · 4 valid · 3 invalid");
    }

    @Test
    void states_and_what_is_hidden_are_told() throws IOException {
        Path mine = fields("fields");
        Files.writeString(
                fields("idle").resolve("idle.toml"),
                "title = \"Idle\"\n[x-tamias]\nenabled = false\n");
        Plugins plugins = Plugins.scan(root);
        PluginEntry entry = plugins.plugin(PluginType.PARSER, "fields");
        plugins.check();
        Document page;
        try (var run = plugins.parser("fields").over(Bytes.bytes(utf8("a,b\nc,d\n"))).items()) {
            run.iterator().next();
            page = Pages.harmless(PluginsPage.of(plugins));
        }

        assertThat(plugin(page, "fields").selectFirst(".state").text()).isEqualTo("running 1");
        assertThat(plugin(page, "fields").text()).contains("Hides bundled");
        assertThat(plugin(page, "idle").selectFirst(".state").text()).isEqualTo("disabled");
        Files.write(mine.resolve("fields.wasm"), new byte[] {0});
        assertThat(entry.state()).isEqualTo(PluginState.STALE);
        page = Pages.harmless(PluginsPage.of(plugins));
        assertThat(plugin(page, "fields").selectFirst(".state").text()).isEqualTo("invalid");
    }

    @Test
    void fifty_plugins_make_a_page_of_a_hundred_kilobytes() throws IOException {
        String readme = Files.readString(OWN.resolve("parsers/lines/README.md"));
        for (int i = 0; i < 50; i++) {
            Path directory = fields("plugin-" + i);
            toml(directory, "Plugin " + i, "A plugin with a description of a usual length.");
            Files.writeString(directory.resolve("README.md"), readme);
        }
        Plugins plugins = Plugins.scan(root);
        for (PluginEntry each : plugins.list()) {
            log(each, "A line that it logged, again and again.", 500);
        }
        String html = PluginsPage.of(plugins);
        Document page = Pages.harmless(html);

        assertThat(html.length()).isBetween(60_000, BOUND);
        assertThat(page.select("details.plugin")).hasSize(54);
        assertThat(page.select("table.form")).hasSizeGreaterThan(50);
        assertThat(plugin(page, "plugin-7").select("table.form code").eachText())
                .contains(".set(\"quotes\", true)", ".set(\"header\", false)");
        assertThat(page.select(".note").eachText())
                .anyMatch(each -> each.contains("more characters; the plugin's readme()"))
                .anyMatch(each -> each.startsWith("Log: 50"));
    }

    @Test
    void any_number_of_plugins_has_its_bound() throws IOException {
        for (int i = 0; i < 150; i++) {
            put("bad-" + i, TESTS.resolve("core-module/core-module.wasm"));
        }
        String html = PluginsPage.of(Plugins.scan(root));

        assertThat(html.length()).isLessThan(BOUND);
        assertThat(Pages.harmless(html).select(".note").last().text())
                .contains("more plugins; table() has them all");
    }

    @Test
    void nothing_that_others_wrote_becomes_markup() throws IOException {
        String title = String.join("", Pages.hostile()).replace("a".repeat(5_000), "");
        for (int i = 0; i < 20; i++) {
            Path directory = fields("fields" + i);
            toml(directory, cut(title.substring(i * 60)), Pages.hostile(i) + title);
            Files.write(directory.resolve("README.md"), utf8(Pages.hostile(1_000 + i)));
        }
        fields("<img src=x onerror=alert(1)>");
        fields("a'\"&lt;b> onclick=x");
        put("scan-html");
        Plugins plugins = Plugins.scan(root);
        for (PluginEntry each : plugins.list()) {
            for (int i = 0; i < 10; i++) {
                log(each, Pages.hostile(i), 1);
            }
        }
        Document page = Pages.harmless(PluginsPage.of(plugins));

        assertThat(page.select("details.plugin")).hasSize(27);
        assertThat(page.text()).contains("<img src=x onerror=alert(1)>", "<script>");
        for (PluginEntry each : plugins.list()) {
            Pages.harmless(PluginsPage.of(each));
        }
        assertThat(PluginsPage.text(plugins)).doesNotContain("\u001b", "\u202e");
    }

    /** Half a surrogate pair has no bytes, and becomes a question mark. */
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String title) {
        return title.substring(0, Math.min(200, title.length()));
    }

    private static void log(PluginEntry entry, String text, int times) {
        for (int i = 0; i < times; i++) {
            entry.log()
                    .add(
                            new RunLog.Entry(
                                    Instant.EPOCH,
                                    LogLevel.values()[i % LogLevel.values().length],
                                    RunLog.Kind.LOG,
                                    entry.name(),
                                    "",
                                    OptionalLong.of(i),
                                    text));
        }
    }

    @Test
    void one_plugin_is_shown_unfolded() {
        PluginEntry entry = Plugins.scan(root).plugin(PluginType.PARSER, "lines");

        assertThat(Pages.harmless(PluginsPage.of(entry)).select("details.plugin[open]")).hasSize(1);
        assertThat(PluginsPage.text(entry)).contains("lines", ".set(\"format\", \"plain\")");
    }

    @Test
    void a_terminal_gets_a_line_a_plugin_and_what_is_wrong() throws IOException {
        put("core-module");
        List<String> lines = PluginsPage.text(Plugins.scan(root)).lines().toList();

        assertThat(lines.get(0)).startsWith("Name ").contains("State", "Version");
        assertThat(lines).anyMatch(each -> each.startsWith("dlt ") && each.contains("valid"));
        assertThat(lines.get(lines.size() - 1)).startsWith("core-module: \"core-module\" is no");
        assertThat(lines.stream().limit(7).max(Comparator.comparing(String::length)).orElseThrow())
                .hasSizeLessThan(100);
    }

    @Test
    void the_style_fetches_nothing() {
        assertThat(Style.sheet()).doesNotContain("url(", "@import", "http", "<", "expression");
        assertThat(Stream.of("layout-color1", "font-color1", "prefers-color-scheme:dark"))
                .allMatch(Style.sheet()::contains);
    }
}

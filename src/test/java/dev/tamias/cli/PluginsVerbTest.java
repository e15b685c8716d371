package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plugins …} as another program sees it. */
class PluginsVerbTest {

    private static final String LINES =
            "src/main/resources/dev/tamias/plugins/parsers/lines/lines.wasm";

    @TempDir private Path root;

    private List<List<String>> tamias(String... arguments) throws Exception {
        ProcessBuilder builder = TamiasProcess.of(arguments);
        builder.environment().put("TAMIAS_PLUGINS", root.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out;
        try (InputStream stream = process.getInputStream()) {
            out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor()).isZero();
        return out.lines().map(line -> List.of(line.split("\t", -1))).toList();
    }

    private Path copy(String name) throws IOException {
        Path directory = Files.createDirectories(root.resolve("from").resolve(name));
        Files.copy(Path.of(LINES), directory.resolve(name + ".wasm"));
        return directory;
    }

    @Test
    void a_plugin_is_added_reloaded_and_removed() throws Exception {
        Path wasm = root.resolve("parsers/mine/mine.wasm");

        assertThat(tamias("plugins", "add", copy("mine").toString()))
                .containsExactly(
                        List.of("mine", "parser", "VALID", "0.1.0", "0.1.0", wasm.toString(), ""));
        Files.write(wasm, new byte[] {1, 2, 3});
        assertThat(tamias("plugins", "reload"))
                .filteredOn(line -> line.get(1).equals("mine"))
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line)
                                        .startsWith("changed", "mine", "parser", "INVALID"));
        List<String> removed = tamias("plugins", "remove", "mine").get(0);
        assertThat(removed).startsWith("mine", "parser", wasm.getParent().toString());
        assertThat(Path.of(removed.get(3)).resolve("mine.wasm")).exists();
        assertThat(tamias("plugins", "list"))
                .hasSize(4)
                .allMatch(line -> line.get(2).equals("VALID"));
    }

    @Test
    void a_check_names_all_problems() throws Exception {
        String json =
                tamias(
                                "plugins",
                                "check",
                                "--json",
                                "src/test/resources/plugins/wrong-types/wrong-types.wasm")
                        .get(0)
                        .get(0);

        assertThat(json)
                .contains("\"verdict\":\"reject\"", "\"trouble\":\"link\"", "#parse", "#init")
                .contains("\"trouble\":\"contract\"");
    }
}

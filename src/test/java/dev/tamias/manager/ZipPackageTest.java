package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZipPackageTest {

    @TempDir private Path directory;

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path zip = directory.resolve("plugin.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream stream = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                stream.putNextEntry(new ZipEntry(each.getKey()));
                stream.write(each.getValue());
            }
        }
        return zip;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, byte[]> plugin(String prefix) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(prefix + "mine.wasm", text("wasm"));
        entries.put(prefix + "mine.toml", text("toml"));
        entries.put(prefix + "README.md", text("readme"));
        return entries;
    }

    @Test
    void a_plugin_is_found_wherever_it_lies() throws IOException {
        for (String prefix : new String[] {"", "mine/", "a/parsers/mine/"}) {
            Map<String, byte[]> entries = plugin(prefix);
            entries.put("LICENSE", text("free"));

            PluginContent content = PluginPackage.of(zip(entries)).read();

            assertThat(content.name()).isEqualTo("mine");
            assertThat(content.files())
                    .containsOnlyKeys("mine.wasm", "mine.toml", "README.md")
                    .containsEntry("README.md", text("readme"));
        }
    }

    @Test
    void none_and_several_are_refused() throws IOException {
        Path none = zip(Map.of("README.md", text("x")));
        assertThatThrownBy(() -> PluginPackage.of(none).read())
                .hasMessageContaining("there is no .wasm file in it");
        Map<String, byte[]> two = plugin("");
        two.put("other.wasm", text("x"));
        Path several = zip(two);
        assertThatThrownBy(() -> PluginPackage.of(several).read())
                .hasMessageContaining("several plugins");
    }

    /** Names that lead out of an archive, or would on some system, or hide what they are. */
    static Stream<String> slips() {
        Stream<String> ups =
                Stream.of("../", "../../", "a/../../", "a/b/../../../", "./../", "..//", "a/../")
                        .flatMap(
                                up ->
                                        Stream.of("x", "mine.wasm", ".bashrc", "etc/passwd", "..")
                                                .map(up::concat));
        Stream<String> others =
                Stream.of(
                        "..",
                        ".",
                        "./x",
                        "a/.",
                        "a/./b",
                        "/x",
                        "//x",
                        "/etc/passwd",
                        "/../x",
                        "C:x",
                        "C:/x",
                        "c:\\x",
                        "Z:..",
                        "\\x",
                        "\\\\server\\share\\x",
                        "..\\x",
                        "a\\..\\..\\x",
                        "a\\b",
                        "a/..\\x",
                        "a\0b",
                        "mine.wasm\0.txt",
                        "a\nb",
                        "a\u001b[2Jb",
                        "a\u007fb",
                        "x".repeat(1_001));
        return Stream.concat(ups, others);
    }

    @ParameterizedTest
    @MethodSource("slips")
    void an_archive_with_such_a_name_is_refused_whole(String name) throws IOException {
        Map<String, byte[]> entries = plugin("mine/");
        entries.put(name, text("x"));
        Path zip = zip(entries);

        assertThatThrownBy(() -> PluginPackage.of(zip).read())
                .hasMessageContaining("cannot be added: its entry");
    }

    @Test
    void there_are_sixty_such_names() {
        assertThat(slips().distinct()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void bombs_are_refused_without_being_unpacked() throws IOException {
        Map<String, byte[]> ratio = plugin("");
        ratio.put("zeros", new byte[8 << 20]);
        Path dense = zip(ratio);
        assertThatThrownBy(() -> PluginPackage.of(dense).read())
                .hasMessageContaining("more than 100 times");

        Map<String, byte[]> readme = plugin("");
        readme.put("README.md", new byte[(1 << 20) - 1 + 2]);
        Path large = zip(readme);
        assertThatThrownBy(() -> PluginPackage.of(large).read())
                .hasMessageContaining("cannot be added");

        Map<String, byte[]> many = plugin("");
        for (int i = 0; i < 10_000; i++) {
            many.put("e" + i, new byte[0]);
        }
        Path crowded = zip(many);
        assertThatThrownBy(() -> PluginPackage.of(crowded).read())
                .hasMessageContaining("more than 10000 entries");
    }

    @Test
    void what_is_no_archive_is_refused() throws IOException {
        Path none = Files.writeString(directory.resolve("x.zip"), "PK but no more");
        assertThatThrownBy(() -> PluginPackage.of(none).read())
                .hasMessageContaining("cannot be read");
        byte[] whole = Files.readAllBytes(zip(plugin("")));
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(none, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PluginPackage.of(none).read())
                    .hasMessageContaining("cannot be");
        }
    }
}

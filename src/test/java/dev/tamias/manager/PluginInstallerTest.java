package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginInstallerTest {

    @TempDir private Path root;
    @TempDir private Path elsewhere;

    private PluginsManager manager() {
        return SamplePlugins.scan(root);
    }

    private Path source(String name, byte[] wasm) throws IOException {
        return SamplePlugins.source(elsewhere, name, wasm);
    }

    /** All that is below the root but what the manager keeps for itself. */
    private List<String> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(each -> root.relativize(each).toString())
                    .filter(each -> !each.isEmpty() && !each.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertRefused(PluginPackage plugin, String... said) {
        List<String> before = files();
        assertThatThrownBy(() -> manager().add(plugin))
                .isInstanceOf(TamiasException.class)
                .hasMessageContainingAll(said);
        assertThat(files()).isEqualTo(before);
        assertThat(root.resolve(".tamias-staging")).doesNotExist();
    }

    @Test
    void a_directory_is_added_with_its_three_files_and_no_other() throws IOException {
        Path plugin = source("mine", SamplePlugins.lines());
        Files.writeString(plugin.resolve("mine.toml"), "title = \"Mine\"");
        Files.writeString(plugin.resolve("README.md"), "# Mine");
        Files.writeString(plugin.resolve("main.rs"), "fn main() {}");
        PluginsManager manager = manager();

        PluginEntry entry = manager.add(PluginPackage.of(plugin));

        assertThat(files())
                .containsExactly(
                        "parsers",
                        "parsers/mine",
                        "parsers/mine/README.md",
                        "parsers/mine/mine.toml",
                        "parsers/mine/mine.wasm");
        assertThat(entry.state()).isEqualTo(PluginState.VALID);
        assertThat(entry.metadata().title()).isEqualTo("Mine");
        assertThat(manager.find(PluginType.PARSER, "mine")).contains(entry);
        assertThat(SamplePlugins.parser(manager(), "mine").state()).isEqualTo(PluginState.VALID);
    }

    @Test
    void a_bare_binary_goes_where_its_type_belongs() throws IOException {
        Path wasm = source("src", SamplePlugins.fileSource()).resolve("src.wasm");

        manager().add(PluginPackage.of(wasm.toString()));

        assertThat(files()).contains("bytesources/src/src.wasm");
    }

    @Test
    void a_resource_of_the_class_path_is_added() {
        ClassLoader loader = PluginInstallerTest.class.getClassLoader();

        manager()
                .add(PluginPackage.resource(loader, "dev/tamias/plugins/parsers/lines/lines.wasm"));

        assertThat(files()).contains("parsers/lines/lines.toml", "parsers/lines/README.md");
        assertRefused(PluginPackage.of("classpath:no/such.wasm"), "none in the class path");
    }

    @Test
    void an_artifact_of_the_local_maven_repository_is_added() throws IOException {
        Path folder = Files.createDirectories(elsewhere.resolve("org/example/mine/1.2.0"));
        Files.write(folder.resolve("mine-1.2.0.wasm"), SamplePlugins.lines());

        manager().add(MavenPackage.at("org.example:mine:1.2.0", elsewhere));

        assertThat(files()).contains("parsers/mine/mine.wasm");
        assertRefused(
                MavenPackage.at("org.example:mine:zip:plugin:1.3.0", elsewhere),
                "mvn dependency:get",
                "org.example:mine:1.3.0:zip:plugin");
        for (String bad : List.of("a", "a:b", "a:b:..", "a/b:c:1", "a:b:c:d:e:f", "..:b:1")) {
            assertThatThrownBy(() -> MavenPackage.at(bad, elsewhere))
                    .hasMessageContaining("a Maven coordinate is");
        }
    }

    @Test
    void what_cannot_be_used_is_refused_and_nothing_is_written() throws IOException {
        assertRefused(
                PluginPackage.of(source("core", SamplePlugins.test("core-module"))),
                "core WebAssembly module");
        assertRefused(
                PluginPackage.of(source("odd", SamplePlugins.test("wrong-types"))),
                "#parse\" is missing",
                "acme:host");
        assertRefused(PluginPackage.of(source("trap", SamplePlugins.test("scan-trap"))), "trapped");
        assertRefused(PluginPackage.of(elsewhere.resolve("none")), "no such file");
        assertRefused(PluginPackage.of(Files.createFile(elsewhere.resolve("a.txt"))), "it is no");
        Path renamed = source("right", SamplePlugins.lines());
        Files.move(renamed.resolve("right.wasm"), renamed.resolve("wrong.wasm"));
        assertRefused(PluginPackage.of(renamed), "no \"right.wasm\"", "but \"wrong.wasm\"");
        assertThat(files()).isEmpty();
    }

    @Test
    void links_pipes_directories_and_giants_are_refused() throws Exception {
        Path real = source("real", SamplePlugins.lines()).resolve("real.wasm");
        Path linked = Files.createDirectories(elsewhere.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("linked.wasm"), real);
        assertRefused(PluginPackage.of(linked), "is a link or no regular file");
        Path readme = source("readme", SamplePlugins.lines());
        Files.createSymbolicLink(readme.resolve("README.md"), real);
        assertRefused(PluginPackage.of(readme), "is a link or no regular file");

        Path pipe = Files.createDirectories(elsewhere.resolve("pipe"));
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.resolve("pipe.wasm").toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        assertRefused(PluginPackage.of(pipe), "no regular file");

        Path folder = Files.createDirectories(elsewhere.resolve("folder/folder.wasm"));
        assertRefused(PluginPackage.of(folder.getParent()), "no regular file");

        Path giant = Files.createDirectories(elsewhere.resolve("giant")).resolve("giant.wasm");
        try (RandomAccessFile file = new RandomAccessFile(giant.toFile(), "rw")) {
            file.setLength(10L << 30);
        }
        assertRefused(PluginPackage.of(giant.getParent()), "larger than");
        SamplePlugins.put(root, PluginType.PARSER, "giant", new byte[0]);
        Files.move(
                giant,
                root.resolve("parsers/giant/giant.wasm"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        PluginEntry entry = SamplePlugins.parser(manager(), "giant");
        assertThatThrownBy(entry::info).hasMessageContaining("too large");
    }

    static Stream<String> badNames() {
        return Stream.concat(
                Stream.of(
                        "",
                        ".",
                        "..",
                        "...",
                        " ",
                        "\t",
                        ".hidden",
                        "-rf",
                        "~",
                        "~root",
                        "a/b",
                        "a\\b",
                        "../x",
                        "..\\x",
                        "/abs",
                        "C:",
                        "C:x",
                        "a:b",
                        "a*b",
                        "a?b",
                        "a\"b",
                        "a<b",
                        "a>b",
                        "a|b",
                        "a\0b",
                        "a\nb",
                        "a\rb",
                        "a\u001bb",
                        "a\u007fb",
                        "a\u0085b",
                        "a\u202eb",
                        "a\u202db",
                        "a\u2066b",
                        "a\u200bb",
                        "a\u200eb",
                        "a\ufeffb",
                        "a\u00adb",
                        "a\u2028b",
                        "a\u2029b",
                        "a\u00a0b",
                        "a\ue000b",
                        "a\ud800b",
                        "a.",
                        "a ",
                        " a",
                        "con",
                        "CON",
                        "Con.x",
                        "prn",
                        "aux",
                        "nul",
                        "NUL.txt",
                        "com1",
                        "COM9",
                        "lpt1",
                        "LPT9.wasm",
                        "conin$",
                        "a\u0308"),
                Stream.of("x".repeat(201), "ä".repeat(101), "\ud83d\ude00".repeat(51)));
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void such_a_name_is_refused(String name) {
        assertThatThrownBy(() -> PluginName.require(name))
                .hasMessageContaining("A plugin cannot be called");
    }

    @ParameterizedTest
    @MethodSource("goodNames")
    void such_a_name_is_taken(String name) {
        PluginName.require(name);
    }

    static Stream<String> goodNames() {
        return Stream.of(
                "lines",
                "dlt-parser",
                "my_plugin.2",
                "A",
                "ä",
                "日本",
                "two words",
                "console",
                "x~",
                "com10",
                "\ud83d\ude00",
                "x".repeat(200));
    }

    @Test
    void twins_of_a_name_are_refused() throws IOException {
        manager().add(PluginPackage.of(source("Mine", SamplePlugins.lines())));

        assertRefused(PluginPackage.of(source("mine", SamplePlugins.lines())), "\"Mine\"");
        assertThat(PluginName.areTwins("straße", "STRASSE")).isTrue();
        assertThat(PluginName.areTwins("ﬁle", "file")).isTrue();
        assertThat(PluginName.areTwins("mine", "nine")).isFalse();
    }

    @Test
    void a_valid_plugin_is_replaced_by_an_update_alone_and_an_invalid_one_by_both()
            throws IOException {
        PluginsManager manager = manager();
        manager.add(PluginPackage.of(source("p", SamplePlugins.lines())));
        source("p", SamplePlugins.fields());

        assertThatThrownBy(() -> manager.add(PluginPackage.of(elsewhere.resolve("p"))))
                .hasMessageContaining("already; update it");
        assertThat(manager.update(PluginPackage.of(elsewhere.resolve("p"))).info().schema().ids())
                .contains("separator");

        Files.writeString(root.resolve("parsers/p/p.wasm"), "broken");
        assertThat(manager.add(PluginPackage.of(elsewhere.resolve("p"))).state())
                .isEqualTo(PluginState.VALID);
    }

    @Test
    void a_plugin_at_work_is_neither_replaced_nor_removed() throws IOException {
        PluginsManager manager = manager();
        PluginEntry entry = manager.add(PluginPackage.of(source("p", SamplePlugins.lines())));
        entry.listener().opened();
        try {
            assertThatThrownBy(() -> manager.update(PluginPackage.of(elsewhere.resolve("p"))))
                    .hasMessageContaining("while 1 instance of it is at work");
            assertThatThrownBy(() -> manager.remove(PluginType.PARSER, "p"))
                    .hasMessageContaining("while 1 instance of it is at work");
        } finally {
            entry.listener().closed(null);
        }
        manager.remove(PluginType.PARSER, "p");
        assertThat(files()).containsExactly("parsers");
    }

    @Test
    void a_removal_is_undone_unless_its_place_is_taken() throws IOException {
        PluginsManager manager = manager();
        Path plugin = source("p", SamplePlugins.lines());
        manager.add(PluginPackage.of(plugin));
        List<String> before = files();

        PluginRemoval removal = manager.remove(PluginType.PARSER, "p");
        assertThat(manager.find(PluginType.PARSER, "p")).isEmpty();
        removal.undo();
        assertThat(files()).isEqualTo(before);
        assertThat(manager.find(PluginType.PARSER, "p")).isPresent();

        PluginRemoval second = manager.remove(PluginType.PARSER, "p");
        manager.add(PluginPackage.of(plugin));
        assertThatThrownBy(second::undo).hasMessageContaining("another plugin in its place");
    }

    @Test
    void bundled_and_unknown_plugins_are_not_removed() {
        assertThatThrownBy(() -> manager().remove(PluginType.PARSER, "lines"))
                .hasMessageContaining("cannot be removed");
        assertThatThrownBy(() -> manager().remove(PluginType.PARSER, "../x"))
                .hasMessageContaining("There is no parser");
    }

    @Test
    void the_trash_is_emptied_of_what_is_old() throws IOException {
        Path trash = Files.createDirectories(root.resolve(PluginTrash.DIRECTORY));
        Files.createDirectories(trash.resolve("removed-parsers-1000-old/x"));
        Files.createDirectories(trash.resolve("kept by somebody else"));
        PluginsManager manager = manager();
        manager.add(PluginPackage.of(source("p", SamplePlugins.lines())));
        manager.remove(PluginType.PARSER, "p");

        try (Stream<Path> left = Files.list(trash)) {
            assertThat(left.map(each -> each.getFileName().toString()).sorted())
                    .satisfiesExactly(
                            each -> assertThat(each).isEqualTo("kept by somebody else"),
                            each -> assertThat(each).matches("removed-parsers-\\d+-p"));
        }
    }

    @Test
    void a_replacement_that_was_cut_short_is_put_right_by_the_next_scan() throws IOException {
        SamplePlugins.put(root, PluginType.PARSER, "p", SamplePlugins.lines());
        new PluginTrash(root).replace(root.resolve("parsers/p"));
        Files.createDirectories(root.resolve(".tamias-staging/p"));
        assertThat(files()).containsExactly("parsers");

        PluginsManager manager = manager();

        assertThat(manager.find(PluginType.PARSER, "p")).isPresent();
        manager.add(PluginPackage.of(source("q", SamplePlugins.lines())));
        assertThat(root.resolve(".tamias-staging")).doesNotExist();
    }

    @Test
    void a_binary_is_held_against_a_checksum() throws IOException {
        Path plugin = source("p", SamplePlugins.lines());
        String sha256 = PluginBinary.sha256(SamplePlugins.lines());

        assertRefused(
                PluginPackage.of(plugin).withSha256("0" + sha256.substring(1)),
                "SHA-256 " + sha256);
        assertRefused(PluginPackage.of(plugin).withSha256(""), "SHA-256");

        manager().add(PluginPackage.of(plugin).withSha256(sha256.toUpperCase(Locale.ROOT) + "\n"));
        assertThat(files()).contains("parsers/p/p.wasm");
    }

    @Test
    void a_removal_takes_the_compiled_code_along(@TempDir Path code) throws IOException {
        try (Engine engine = Engine.builder().cacheDirectory(code).build()) {
            PluginsManager manager = PluginsManager.scan(engine, List.of(root));
            manager.add(PluginPackage.of(source("p", SamplePlugins.fields())));
            assertThat(code).isDirectoryContaining(each -> each.toString().endsWith(".code"));

            PluginRemoval removal = manager.remove(PluginType.PARSER, "p");
            assertThat(code).isDirectoryNotContaining(each -> each.toString().endsWith(".code"));

            removal.undo();
            assertThat(SamplePlugins.parser(manager, "p").component()).isNotNull();
        }
    }
}

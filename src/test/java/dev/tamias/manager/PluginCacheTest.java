package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.model.Limits;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCacheTest {

    private static final String[] NAMES = {"core", "good", "net", "rows"};

    @TempDir private Path root;

    @BeforeEach
    void put_plugins() {
        put("good", SamplePlugins.lines());
        put("rows", SamplePlugins.fields());
        put("net", SamplePlugins.test("sockets"));
        put("core", SamplePlugins.test("core-module"));
    }

    private Path put(String name, byte[] wasm) {
        return SamplePlugins.put(root, PluginType.PARSER, name, wasm);
    }

    private Path cache() {
        return root.resolve(PluginCache.FILE);
    }

    private String content() throws IOException {
        return Files.readString(cache(), StandardCharsets.ISO_8859_1);
    }

    /** All that is known of the root's plugins, as somebody sees it who asks for it. */
    private String answers(PluginsManager manager) {
        StringBuilder all = new StringBuilder();
        for (String name : NAMES) {
            PluginEntry entry = SamplePlugins.parser(manager, name);
            try {
                all.append(entry.info());
            } catch (TamiasException e) {
                all.append(e.getMessage());
            }
            all.append(entry.state()).append(entry.problems()).append('\n');
        }
        return all.toString();
    }

    @Test
    void what_was_judged_is_not_judged_again_and_nothing_is_compiled_or_run() {
        String fresh = answers(SamplePlugins.scan(root));
        try (Engine engine = Engine.builder().compiling(false).build()) {
            PluginsManager second = PluginsManager.scan(engine, List.of(root));

            assertThat(SamplePlugins.parser(second, "good").state()).isEqualTo(PluginState.VALID);
            assertThat(SamplePlugins.parser(second, "core").state()).isEqualTo(PluginState.INVALID);
            assertThat(answers(second)).isEqualTo(fresh);
            assertThat(engine.modulesMade()).isZero();
        }
    }

    @Test
    void a_new_time_alone_costs_a_look_at_the_bytes_and_no_run() throws IOException {
        String fresh = answers(SamplePlugins.scan(root));
        Files.setLastModifiedTime(
                root.resolve("parsers/good/good.wasm"), FileTime.fromMillis(1_000_000));
        try (Engine engine = Engine.builder().compiling(false).build()) {
            PluginsManager second = PluginsManager.scan(engine, List.of(root));

            assertThat(SamplePlugins.parser(second, "good").state())
                    .isEqualTo(PluginState.DISCOVERED);
            assertThat(answers(second)).isEqualTo(fresh);
            assertThat(engine.modulesMade()).isZero();
        }
    }

    @Test
    void other_bytes_of_the_same_size_and_time_are_seen_when_they_are_used() throws IOException {
        Path wasm = root.resolve("parsers/good/good.wasm");
        FileTime time = Files.getLastModifiedTime(wasm);
        answers(SamplePlugins.scan(root));
        byte[] other = Files.readAllBytes(wasm);
        other[0] ^= 1;

        Files.write(wasm, other);
        Files.setLastModifiedTime(wasm, time);

        PluginEntry entry = SamplePlugins.parser(SamplePlugins.scan(root), "good");
        assertThatThrownBy(entry::component).isInstanceOf(InvalidPlugin.class);
        assertThat(entry.state()).isEqualTo(PluginState.INVALID);
    }

    @Test
    void a_failure_that_may_pass_is_not_kept() {
        put("good", SamplePlugins.test("scan-loop"));
        Limits brief = Limits.defaults().withCallTime(Duration.ofMillis(50));
        try (Engine engine = Engine.builder().limits(brief).build()) {
            PluginsManager manager = PluginsManager.scan(engine, List.of(root));
            SamplePlugins.check(manager);
            assertThat(SamplePlugins.parser(manager, "good").state())
                    .isEqualTo(PluginState.INVALID);
        }
        assertThat(SamplePlugins.parser(SamplePlugins.scan(root), "good").state())
                .isEqualTo(PluginState.DISCOVERED);
        assertThat(SamplePlugins.parser(SamplePlugins.scan(root), "core").state())
                .isEqualTo(PluginState.INVALID);
    }

    @Test
    void a_cache_of_another_version_is_made_anew_without_a_word() throws IOException {
        CacheFile.write(cache(), "of another release", Map.of());
        PluginsManager manager = SamplePlugins.scan(root);
        answers(manager);

        assertThat(manager.warnings()).isEmpty();
        assertThat(SamplePlugins.parser(SamplePlugins.scan(root), "good").state())
                .isEqualTo(PluginState.VALID);
    }

    @Test
    void plugins_that_are_gone_are_forgotten() throws IOException {
        answers(SamplePlugins.scan(root));
        assertThat(content()).contains("parsers/net/net.wasm");
        WholeFile.delete(root.resolve("parsers/net"));
        put("new", SamplePlugins.lines());

        SamplePlugins.parser(SamplePlugins.scan(root), "new").info();

        assertThat(content())
                .doesNotContain("parsers/net/net.wasm")
                .contains("parsers/new/new.wasm", "parsers/rows/rows.wasm");
    }

    @Test
    void chipmunks_own_cache_is_left_alone() throws IOException {
        Path theirs = Files.writeString(root.resolve(".cache"), "{\"plugins_info\":[]}");
        answers(SamplePlugins.scan(root));

        assertThat(theirs).hasContent("{\"plugins_info\":[]}");
    }

    @Test
    void a_place_that_cannot_be_written_costs_a_warning() throws IOException {
        // A directory in its place lets nobody write the file, root included.
        Files.createDirectories(root.resolve(PluginCache.FILE + ".tmp/x"));
        PluginsManager manager = SamplePlugins.scan(root);

        assertThat(SamplePlugins.parser(manager, "good").info()).isNotNull();
        assertThat(SamplePlugins.parser(manager, "rows").info()).isNotNull();

        assertThat(manager.warnings()).hasSize(1).first().asString().contains("cannot be written");
        assertThat(cache()).doesNotExist();
    }

    @Test
    void a_cache_or_a_lock_that_is_no_file_hangs_nobody() throws Exception {
        for (String name : List.of(PluginCache.FILE, ".tamias-lock")) {
            Path fifo = root.resolve(name);
            Files.deleteIfExists(fifo);
            Process process = new ProcessBuilder("mkfifo", fifo.toString()).start();
            assertThat(process.waitFor()).isZero();
            PluginsManager manager = SamplePlugins.scan(root);

            assertThat(SamplePlugins.parser(manager, "good").info()).isNotNull();

            assertThat(manager.warnings()).isNotEmpty();
            Files.delete(fifo);
        }
    }

    @Test
    void whatever_is_changed_in_the_file_answers_stay_those_of_a_fresh_scan() throws IOException {
        String fresh = answers(SamplePlugins.scan(root));
        byte[] whole = Files.readAllBytes(cache());
        long seed = 20_260_823;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            byte[] spoiled = spoil(whole, random);
            Files.write(cache(), spoiled);
            List<String> warnings = new ArrayList<>();
            PluginCache read = PluginCache.of(root, warnings::add);

            assertThat(warnings).as("seed %d, round %d", seed, round).hasSize(1);
            for (String name : NAMES) {
                Path wasm = root.resolve("parsers").resolve(name).resolve(name + ".wasm");
                PluginFiles files = new PluginFiles.InDirectory(wasm.getParent(), wasm);
                assertThat(read.find(files, FileStamp.of(wasm))).isNull();
            }
            if (round % 100 == 0) {
                PluginsManager manager = SamplePlugins.scan(root);
                assertThat(answers(manager)).isEqualTo(fresh);
                assertThat(manager.warnings()).hasSize(1);
                assertThat(SamplePlugins.scan(root).warnings()).isEmpty();
            }
        }
    }

    private static byte[] spoil(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, at);
        }
        byte[] spoiled = whole.clone();
        spoiled[at] ^= (byte) (1 << random.nextInt(8));
        return spoiled;
    }

    @Test
    void rubbish_of_every_kind_is_a_damaged_cache() throws IOException {
        for (String rubbish : List.of("", "{", "[1]", "{}\n{}", "\n\n", "null\nnull", "\u0000")) {
            Files.write(cache(), rubbish.getBytes(StandardCharsets.UTF_8));
            assertThat(SamplePlugins.scan(root).warnings()).as(rubbish).hasSize(1);
        }
        Files.write(cache(), ("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(SamplePlugins.scan(root).warnings()).hasSize(1);
    }

    @Test
    void plugins_of_the_class_path_are_judged_once_too(@TempDir Path code) {
        PluginEntry fresh = null;
        for (boolean first : new boolean[] {true, false}) {
            try (Engine engine = Engine.builder().compiling(false).cacheDirectory(code).build()) {
                PluginEntry entry =
                        SamplePlugins.parser(PluginsManager.scan(engine, List.of()), "fields");
                assertThat(entry.isBundled()).isTrue();
                assertThat(fresh == null || fresh.info().equals(entry.info())).isTrue();
                assertThat(entry.info()).isNotNull();
                assertThat(engine.modulesMade() > 0).isEqualTo(first);
                fresh = entry;
            }
        }
        assertThat(code.resolve(PluginCache.FILE)).exists();
    }

    @Test
    void metadata_are_read_again_where_their_text_is_another() throws IOException {
        Path toml = root.resolve("parsers/good/good.toml");
        for (String title : List.of("One", "Two", "Six")) {
            Files.writeString(toml, "title = \"" + title + "\"");
            Files.setLastModifiedTime(toml, FileTime.fromMillis(1_000_000));
            for (int again = 0; again < 2; again++) {
                PluginEntry entry = SamplePlugins.parser(SamplePlugins.scan(root), "good");
                assertThat(entry.metadata().title()).isEqualTo(title);
                entry.info();
                entry.save();
            }
            assertThat(content()).contains(title);
        }
    }

    @Test
    void a_cache_that_somebody_made_up_is_a_damaged_cache() throws IOException {
        answers(SamplePlugins.scan(root));
        byte[] whole = Files.readAllBytes(cache());
        int start = content().indexOf('\n') + 1;
        long seed = 20_261_123;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            byte[] content = spoil(Arrays.copyOfRange(whole, start, whole.length), random);
            String first = "tamias-cache 2 " + PluginBinary.sha256(content) + "\n";
            byte[] made =
                    Arrays.copyOf(first.getBytes(StandardCharsets.UTF_8), start + content.length);
            System.arraycopy(content, 0, made, start, content.length);
            Files.write(cache(), made);
            // Whatever it says then, nothing but a warning comes of it.
            PluginCache.of(root, warning -> assertThat(warning).contains("cannot be used"));
        }
    }
}

package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsManagerTest {

    @TempDir private Path root;

    private Path put(String name, byte[] wasm) {
        return SamplePlugins.put(root, PluginType.PARSER, name, wasm);
    }

    private List<PluginEntry> own(PluginsManager manager) {
        return manager.list().stream()
                .filter(each -> each.origin().startsWith(root.toString()))
                .toList();
    }

    @Test
    void plugins_of_both_types_are_listed_by_name_with_what_lies_beside_them() throws IOException {
        SamplePlugins.put(root, PluginType.BYTE_SOURCE, "source", SamplePlugins.fileSource());
        put("zeta", SamplePlugins.lines());
        Path alpha = put("alpha", SamplePlugins.fields());
        Files.writeString(alpha.resolveSibling("alpha.toml"), "title = \"First\"");
        Files.writeString(alpha.resolveSibling("README.md"), "# Alpha");
        Files.writeString(root.resolve("parsers/stray.txt"), "no plugin");
        Files.createDirectories(root.resolve("others/gamma"));

        List<PluginEntry> found = own(SamplePlugins.scan(root));

        assertThat(found).extracting(PluginEntry::name).containsExactly("alpha", "zeta", "source");
        assertThat(found.get(0).origin()).isEqualTo(alpha.toString());
        assertThat(found.get(0).metadata().title()).isEqualTo("First");
        assertThat(found.get(0).readme()).contains("# Alpha");
        assertThat(found.get(1).metadata().title()).isEqualTo("zeta");
        assertThat(found.get(1).readme()).isEmpty();
    }

    @Test
    void invalid_plugins_are_listed_with_their_reasons_and_harm_no_other() throws IOException {
        put("core", SamplePlugins.test("core-module"));
        put("good", SamplePlugins.lines());
        put("source", SamplePlugins.fileSource());
        Path other = put("named", SamplePlugins.lines());
        Files.move(other, other.resolveSibling("otherwise.wasm"));
        PluginsManager manager = SamplePlugins.scan(root);

        SamplePlugins.check(manager);

        assertThat(own(manager))
                .extracting(each -> each.name() + " " + each.state())
                .containsExactly("core INVALID", "good VALID", "named INVALID", "source INVALID");
        assertThat(SamplePlugins.parser(manager, "named").failure().orElseThrow())
                .hasMessageContainingAll("no plugin binary", "but there is \"otherwise.wasm\"");
        assertThat(SamplePlugins.parser(manager, "source").problems().get(0).sentence())
                .contains("is a byte source, not a parser", "folder \"bytesources\"");
        assertThat(SamplePlugins.parser(manager, "core").log().entries())
                .anyMatch(each -> each.text().contains("core WebAssembly module"));
    }

    @Test
    void links_to_directories_are_followed(@TempDir Path elsewhere) throws IOException {
        Path wasm =
                SamplePlugins.put(elsewhere, PluginType.PARSER, "linked", SamplePlugins.lines());
        Files.createDirectories(root.resolve("parsers"));
        Files.createSymbolicLink(root.resolve("parsers/linked"), wasm.getParent());

        PluginEntry entry = SamplePlugins.parser(SamplePlugins.scan(root), "linked");

        assertThat(entry.info().version().toString()).isEqualTo("0.1.0");
    }

    @Test
    void the_first_root_wins_and_what_it_hides_is_shown(@TempDir Path second) {
        put("lines", SamplePlugins.fields());
        SamplePlugins.put(second, PluginType.PARSER, "lines", SamplePlugins.lines());
        PluginsManager manager = SamplePlugins.scan(root, second);

        PluginEntry winner = SamplePlugins.parser(manager, "lines");

        assertThat(winner.origin()).startsWith(root.toString());
        assertThat(manager.shadowed(winner))
                .extracting(PluginEntry::origin)
                .containsExactly(
                        second.resolve("parsers/lines/lines.wasm").toString(),
                        "bundled parsers/lines");
    }

    @Test
    void roots_come_from_arguments_property_variable_and_home() {
        String separator = java.io.File.pathSeparator;

        assertThat(
                        PluginDirectory.all(
                                List.of(Path.of("a")),
                                Map.of("tamias.plugins", "b" + separator + "c")::get,
                                Map.of("TAMIAS_PLUGINS", separator + "d")::get))
                .extracting(each -> each.path() + " " + each.origin())
                .startsWith(
                        "a argument",
                        "b property tamias.plugins",
                        "c property tamias.plugins",
                        "d variable TAMIAS_PLUGINS")
                .last()
                .asString()
                .endsWith(".chipmunk/plugins home");
    }

    @Test
    void a_root_that_is_missing_or_not_readable_is_no_error() throws IOException {
        Path missing = root.resolve("missing");
        SamplePlugins.check(SamplePlugins.scan(missing));
        assertThat(missing).doesNotExist();

        Files.writeString(root.resolve("parsers"), "a file where a folder should be");
        PluginsManager manager = SamplePlugins.scan(root);
        assertThat(own(manager)).isEmpty();
        assertThat(manager.warnings()).isEmpty();
    }

    @Test
    void a_scan_writes_nothing_and_reads_no_binary() throws IOException {
        put("good", SamplePlugins.lines());
        List<Path> before = files();
        long made = SamplePlugins.ENGINE.modulesMade();

        assertThat(own(SamplePlugins.scan(root)))
                .extracting(PluginEntry::state)
                .containsExactly(PluginState.DISCOVERED);

        assertThat(files()).isEqualTo(before);
        assertThat(SamplePlugins.ENGINE.modulesMade()).isEqualTo(made);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(root)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    @Test
    void states_follow_what_happens() throws IOException {
        Path wasm = put("p", SamplePlugins.lines());
        PluginEntry entry = SamplePlugins.parser(SamplePlugins.scan(root), "p");
        assertThat(entry.state()).isEqualTo(PluginState.DISCOVERED);
        entry.info();
        assertThat(entry.state()).isEqualTo(PluginState.VALID);

        entry.listener().opened();
        entry.listener().opened();
        assertThat(entry.state()).isEqualTo(PluginState.RUNNING);
        assertThat(entry.running()).isEqualTo(2);
        entry.listener().closed(null);
        assertThat(entry.running()).isEqualTo(1);
        entry.listener().closed(new HostException(Trouble.TRAP, "It trapped."));
        assertThat(entry.state()).isEqualTo(PluginState.FAILED);
        assertThat(entry.failure().orElseThrow()).hasMessageContaining("It trapped.");

        Files.write(wasm, SamplePlugins.fields());
        assertThat(entry.state()).isEqualTo(PluginState.STALE);
        assertThat(entry.info().schema().ids()).contains("separator");
        assertThat(entry.state()).isEqualTo(PluginState.FAILED);
        entry.listener().opened();
        entry.listener().closed(new HostException(Trouble.PARSE, "It is another format."));
        assertThat(entry.state()).isEqualTo(PluginState.VALID);
    }

    @Test
    void a_disabled_plugin_is_listed_and_does_not_run() throws IOException {
        Path wasm = put("p", SamplePlugins.lines());
        Files.writeString(
                wasm.resolveSibling("p.toml"), "title = \"P\"\n[x-tamias]\nenabled = false\n");
        PluginEntry entry = SamplePlugins.parser(SamplePlugins.scan(root), "p");

        assertThat(entry.state()).isEqualTo(PluginState.DISABLED);
        assertThatThrownBy(entry::component).hasMessageContaining("enabled = false");
    }

    @Test
    void a_reload_reports_what_was_added_changed_and_removed() throws IOException {
        Path changed = put("changed", SamplePlugins.lines());
        Path removed = put("removed", SamplePlugins.lines());
        Path titled = put("titled", SamplePlugins.lines());
        put("same", SamplePlugins.lines());
        PluginsManager manager = SamplePlugins.scan(root);
        SamplePlugins.check(manager);
        PluginEntry same = SamplePlugins.parser(manager, "same");
        assertThat(manager.reload().isEmpty()).isTrue();

        Files.write(changed, SamplePlugins.test("core-module"));
        Files.writeString(titled.resolveSibling("titled.toml"), "title = \"T\"");
        WholeFile.delete(removed.getParent());
        put("added", SamplePlugins.fields());
        Reload reload = manager.reload();

        assertThat(reload.added()).extracting(PluginEntry::name).containsExactly("added");
        assertThat(reload.added()).extracting(PluginEntry::state).containsOnly(PluginState.VALID);
        assertThat(reload.removed()).extracting(PluginEntry::name).containsExactly("removed");
        assertThat(reload.changed())
                .extracting(each -> each.name() + " " + each.state())
                .containsExactly("changed INVALID", "titled VALID");
        assertThat(SamplePlugins.parser(manager, "same")).isSameAs(same);
        assertThat(manager.find(PluginType.PARSER, "removed")).isEmpty();
    }

    @Test
    void a_reload_sees_other_bytes_of_the_same_size_and_time() throws IOException {
        byte[] other = SamplePlugins.lines();
        other[other.length - 1] ^= 1;
        Path wasm = put("p", SamplePlugins.lines());
        FileTime time = Files.getLastModifiedTime(wasm);
        PluginsManager manager = SamplePlugins.scan(root);
        SamplePlugins.check(manager);

        Files.write(wasm, other);
        Files.setLastModifiedTime(wasm, time);

        assertThat(manager.reload().changed()).extracting(PluginEntry::name).containsExactly("p");
    }

    @Test
    void a_watch_reloads_when_a_file_has_changed_and_settled() throws IOException {
        Path wasm = put("p", SamplePlugins.lines());
        PluginsManager manager = SamplePlugins.scan(root);
        List<Reload> reloads = new ArrayList<>();
        try (PluginWatch watch = new PluginWatch(manager, Duration.ofDays(1), reloads::add)) {
            watch.look();
            assertThat(reloads).isEmpty();

            Files.write(wasm, SamplePlugins.fields());
            watch.look();
            assertThat(reloads).isEmpty();
            watch.look();
            watch.look();

            assertThat(reloads).hasSize(1);
            assertThat(reloads.get(0).changed()).hasSize(1);
        }
    }

    @Test
    void a_watch_looks_by_itself_until_it_is_closed() throws Exception {
        PluginsManager manager = SamplePlugins.scan(root);
        var reloads = new java.util.concurrent.LinkedBlockingQueue<Reload>();
        PluginWatch watch = new PluginWatch(manager, Duration.ofMillis(10), reloads::add);
        try {
            put("p", SamplePlugins.lines());
            Reload reload = reloads.poll(30, java.util.concurrent.TimeUnit.SECONDS);
            assertThat(reload).isNotNull();
            assertThat(reload.added()).extracting(PluginEntry::name).containsExactly("p");
        } finally {
            watch.close();
        }
    }

    @Test
    void a_plugin_is_drained_when_its_last_run_ends() throws Exception {
        put("p", SamplePlugins.lines());
        PluginEntry entry = SamplePlugins.parser(SamplePlugins.scan(root), "p");
        entry.listener().opened();

        assertThat(entry.drain(Duration.ofMillis(5))).isFalse();
        entry.listener().closed(null);
        assertThat(entry.drain(Duration.ofMillis(5))).isTrue();
    }

    @Test
    void a_binary_that_may_not_be_read_fails_alone() throws IOException {
        Path wasm = put("secret", SamplePlugins.lines());
        put("good", SamplePlugins.lines());
        Files.setPosixFilePermissions(wasm, PosixFilePermissions.fromString("---------"));
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(wasm), "run as root");
        PluginsManager manager = SamplePlugins.scan(root);

        SamplePlugins.check(manager);

        assertThat(SamplePlugins.parser(manager, "secret").state()).isEqualTo(PluginState.INVALID);
        assertThat(SamplePlugins.parser(manager, "good").state()).isEqualTo(PluginState.VALID);
    }

    @Test
    void plugins_are_judged_at_once_each_for_itself() {
        for (int i = 0; i < 12; i++) {
            put("p" + i, SamplePlugins.test(i % 3 == 0 ? "scan-trap" : "sockets"));
        }
        PluginsManager manager = SamplePlugins.scan(root);

        AtOnce.forEach(SamplePlugins.ENGINE.executor(), own(manager), PluginEntry::check);

        assertThat(own(manager))
                .hasSize(12)
                .allMatch(
                        each ->
                                each.state()
                                        == (Integer.parseInt(each.name().substring(1)) % 3 == 0
                                                ? PluginState.INVALID
                                                : PluginState.VALID));
    }

    @Test
    void work_is_done_where_no_thread_is_to_spare_and_stops_when_interrupted() throws Exception {
        var one = java.util.concurrent.Executors.newSingleThreadExecutor();
        try (Engine engine = Engine.builder().compiling(false).executor(one).build()) {
            List<Integer> done = java.util.Collections.synchronizedList(new ArrayList<>());
            engine.executor()
                    .run(
                            () -> {
                                AtOnce.forEach(engine.executor(), List.of(1, 2, 3), done::add);
                                return true;
                            });
            assertThat(done).containsExactlyInAnyOrder(1, 2, 3);

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> AtOnce.forEach(engine.executor(), List.of(1, 2), each -> {}))
                    .isInstanceOf(Interrupted.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            one.shutdownNow();
        }
    }
}

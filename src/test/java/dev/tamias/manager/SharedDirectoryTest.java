package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.PluginType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes and one directory of plugins, some of them ended at any moment. The properties {@code
 * tamias.kills}, {@code tamias.processes} and {@code tamias.operations} make more of it.
 */
class SharedDirectoryTest {

    private static final int KILLS = Integer.getInteger("tamias.kills", 2);
    private static final int PROCESSES = Integer.getInteger("tamias.processes", 2);
    private static final int OPERATIONS = Integer.getInteger("tamias.operations", 8);

    private static final Set<String> WHOLE =
            Set.of(
                    PluginBinary.sha256(SamplePlugins.small()),
                    PluginBinary.sha256(SamplePlugins.smallToo()));

    @TempDir private Path directory;
    private Path root;

    @BeforeEach
    void put_the_plugin_that_is_kept() {
        root = directory.resolve("plugins");
        SamplePlugins.put(root, PluginType.PARSER, "keep", SamplePlugins.small());
    }

    private Process start(long seed, int operations) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        ChangingPlugins.class.getName(),
                        root.toString(),
                        Long.toString(seed),
                        Integer.toString(operations),
                        directory.resolve("own" + seed).toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Nothing is torn or lost, and whoever comes next cleans up. */
    private void assertWhole(String where) throws IOException {
        PluginsManager manager = SamplePlugins.scan(root);
        assertThat(manager.warnings()).as(where).isEmpty();
        SamplePlugins.check(manager);
        assertThat(manager.find(PluginType.PARSER, "keep")).as(where).isPresent();
        for (PluginEntry each : manager.list()) {
            if (!each.isBundled()) {
                assertThat(each.state()).as(where + " " + each).isEqualTo(PluginState.VALID);
                assertThat(each.sha256())
                        .as(where + " " + each)
                        .hasValueSatisfying(hash -> assertThat(WHOLE).contains(hash));
            }
        }
        Path plugin = SamplePlugins.source(directory, "keep", SamplePlugins.small());
        manager.update(PluginPackage.of(plugin));
        try (var files = Files.list(root)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .as(where)
                    .isSubsetOf(".tamias-cache", ".tamias-lock", ".tamias-trash", "parsers");
        }
        try (var files = Files.list(root.resolve(".tamias-trash"))) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .as(where)
                    .noneMatch(each -> each.startsWith("replacing"));
        }
    }

    @Test
    void a_process_that_is_killed_at_any_moment_leaves_nothing_torn_or_lost() throws Exception {
        long seed = Long.getLong("tamias.seed", 20_261_123);
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            Process process = start(seed + i, 1_000_000);
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            Thread.sleep(random.nextInt(1_000));
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertWhole("seed " + seed + ", kill " + i);
        }
    }

    @Test
    void processes_that_change_one_directory_leave_it_whole() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(i, OPERATIONS));
        }
        for (Process each : processes) {
            List<String> out = each.inputReader().lines().toList();
            assertThat(each.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(each.exitValue()).isZero();
            assertThat(out).hasSize(2);
        }
        assertWhole("at the end");
    }

    @Test
    void threads_that_change_one_directory_leave_it_whole() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
        for (int i = 0; i < 4; i++) {
            String seed = Integer.toString(i);
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    ChangingPlugins.main(
                                            new String[] {
                                                root.toString(),
                                                seed,
                                                Integer.toString(OPERATIONS),
                                                directory.resolve("own" + seed).toString()
                                            });
                                } catch (Throwable e) {
                                    failures.add(e);
                                }
                            });
            thread.start();
            threads.add(thread);
        }
        for (Thread each : threads) {
            each.join(TimeUnit.MINUTES.toMillis(5));
            assertThat(each.isAlive()).isFalse();
        }
        assertThat(failures).isEmpty();
        assertWhole("at the end");
    }
}

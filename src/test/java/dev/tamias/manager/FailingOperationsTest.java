package dev.tamias.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first file operation of an add, an update, a removal or a scan fails, then the second, and so on,
 * until none is left to fail: each time the directory is as it was before or as it is to be.
 */
class FailingOperationsTest {

    private static final int MOST = 2_000;

    @TempDir private Path directory;

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        Path parsers = root.resolve("parsers");
        try (var files = Files.walk(parsers)) {
            for (Path each : files.toList()) {
                content.put(
                        parsers.relativize(each).toString(),
                        Files.isRegularFile(each)
                                ? PluginBinary.sha256(Files.readAllBytes(each))
                                : "");
            }
        }
        return content;
    }

    private Path prepared(int k) {
        Path root = directory.resolve("root" + k);
        SamplePlugins.put(root, PluginType.PARSER, "p", SamplePlugins.small());
        SamplePlugins.check(SamplePlugins.scan(root));
        return root;
    }

    /** @return how many operations there are */
    private int fail(Consumer<Path> operation) throws IOException {
        Path unharmed = prepared(0);
        Map<String, String> before = content(unharmed);
        operation.accept(unharmed);
        Map<String, String> after = content(unharmed);
        for (int k = 1; k < MOST; k++) {
            Path root = prepared(k);
            FailingFileSystem system = new FailingFileSystem(k);
            try {
                operation.accept(system.path(root));
            } catch (TamiasException e) {
                assertThat(e.getMessage()).as("operation %d", k).contains("cannot");
            }
            String where = "operation " + k;
            PluginsManager manager = SamplePlugins.scan(root);
            assertThat(content(root)).as(where).isIn(before, after);
            SamplePlugins.check(manager);
            assertThat(manager.list())
                    .as(where)
                    .filteredOn(each -> !each.isBundled())
                    .extracting(PluginEntry::state)
                    .allMatch(PluginState.VALID::equals);
            assertThat(manager.warnings()).as(where).isEmpty();
            WholeFile.delete(root);
            if (!system.hasFailed()) {
                return k - 1;
            }
        }
        throw new AssertionError("there is no end of operations");
    }

    @Test
    void a_scan_that_fails_anywhere_leaves_all_as_it_was() throws IOException {
        int operations =
                fail(
                        root -> {
                            PluginsManager manager =
                                    PluginsManager.scan(SamplePlugins.ENGINE, List.of(root));
                            SamplePlugins.check(manager);
                            manager.reload();
                        });
        assertThat(operations).isGreaterThan(10);
    }

    @Test
    void an_addition_that_fails_anywhere_is_there_whole_or_not_at_all() throws IOException {
        Path plugin = SamplePlugins.source(directory, "q", SamplePlugins.small());
        Files.writeString(plugin.resolve("q.toml"), "title = \"Q\"");
        int operations =
                fail(
                        root ->
                                PluginsManager.scan(SamplePlugins.ENGINE, List.of(root))
                                        .add(PluginPackage.of(plugin)));
        assertThat(operations).isGreaterThan(30);
    }

    @Test
    void an_update_that_fails_anywhere_leaves_one_of_both() throws IOException {
        Path plugin = SamplePlugins.source(directory, "p", SamplePlugins.smallToo());
        int operations =
                fail(
                        root ->
                                PluginsManager.scan(SamplePlugins.ENGINE, List.of(root))
                                        .update(PluginPackage.of(plugin)));
        assertThat(operations).isGreaterThan(30);
    }

    @Test
    void a_removal_that_fails_anywhere_leaves_the_plugin_or_nothing_of_it() throws IOException {
        int operations =
                fail(
                        root ->
                                PluginsManager.scan(SamplePlugins.ENGINE, List.of(root))
                                        .remove(PluginType.PARSER, "p"));
        assertThat(operations).isGreaterThan(20);
    }
}

package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.sample;
import static dev.tamias.Bytes.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Interrupted;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginState;
import dev.tamias.model.ParsedItem;
import dev.tamias.model.PluginType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class FacadeTest {

    private static final Path LOG = Path.of("src/main/resources/dev/tamias/samples/lines.log");

    private static ParserStep lines() {
        return Plugins.scan().parser("lines");
    }

    @Test
    void every_way_to_give_bytes_gives_the_same_rows() throws IOException {
        byte[] content = Files.readAllBytes(LOG);
        List<String> expected = Files.readAllLines(LOG);

        for (Bytes each :
                List.of(
                        bytes(LOG.toString()),
                        file(LOG),
                        file(LOG.toString()),
                        bytes(content),
                        bytes(new ByteArrayInputStream(content)),
                        sample("lines.log"),
                        source("file-source").set("input-path", LOG),
                        bytes("file-source").set("input-path", LOG.toString()))) {
            assertThat(lines().over(each).table().stringColumn(0).asList())
                    .as(each.toString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void columns_follow_the_configuration() {
        Table table = lines().set("format", "common").over(sample("lines.log")).table();

        assertThat(table.columnNames())
                .containsExactly("Timestamp", "Level", "Component", "Message");
    }

    @Test
    void a_step_is_never_changed() {
        ParserStep plain = lines();
        ParserStep common = plain.set("format", "common");

        assertThat(plain.over(sample("lines.log")).table().columnCount()).isEqualTo(1);
        assertThat(common.over(sample("lines.log")).table().columnCount()).isEqualTo(4);
    }

    @Test
    void items_carry_their_place_in_the_input() throws IOException {
        byte[] content = Files.readAllBytes(LOG);

        try (Stream<ParsedItem> items = lines().over(file(LOG)).items()) {
            items.forEach(
                    item -> {
                        String line =
                                new String(
                                        content,
                                        (int) item.offset(),
                                        (int) item.length(),
                                        StandardCharsets.UTF_8);
                        assertThat(item.cells()).containsExactly(line.stripTrailing());
                    });
        }
    }

    @Test
    void head_ends_early() {
        assertThat(lines().over(sample("lines.log")).head(3).table().rowCount()).isEqualTo(3);
        try (Stream<ParsedItem> items = lines().over(sample("lines.log")).head(3).items()) {
            assertThat(items).hasSize(3);
        }
    }

    @Test
    void explain_says_what_would_be_run() {
        assertThat(lines().set("format", "common").over(file(LOG)).head(5).explain())
                .contains(
                        "lines 0.1.0",
                        "bundled",
                        "format",
                        "common",
                        "pattern",
                        "(default)",
                        LOG.toString(),
                        "at most 5");
    }

    @Test
    void a_summary_accounts_for_every_byte() throws IOException {
        var summary = lines().over(file(LOG)).summary();

        assertThat(summary.total()).isEqualTo(Files.size(LOG));
        assertThat(summary.rows()).isEqualTo(Files.readAllLines(LOG).size());
        assertThat(summary.complete()).isTrue();
    }

    @Test
    void a_scan_reads_no_plugin_and_lists_them_all() {
        Plugins plugins = Plugins.scan();

        assertThat(plugins.list())
                .extracting(each -> each.type() + " " + each.name() + " " + each.state())
                .contains(
                        "PARSER dlt DISCOVERED",
                        "PARSER fields DISCOVERED",
                        "PARSER lines DISCOVERED",
                        "BYTE_SOURCE file-source DISCOVERED");
        assertThat(plugins.table().columnNames())
                .startsWith("Name", "Type", "Title", "State", "Origin");
        plugins.plugin(PluginType.PARSER, "dlt").info();
        assertThat(plugins.plugin(PluginType.PARSER, "dlt").state()).isEqualTo(PluginState.VALID);
    }

    @Test
    void a_plugin_of_a_root_wins_over_a_bundled_one(@TempDir Path root) throws IOException {
        Path own = Files.createDirectories(root.resolve("parsers/lines")).resolve("lines.wasm");
        Files.copy(
                Path.of("src/main/resources/dev/tamias/plugins/parsers/fields/fields.wasm"), own);

        Plugins plugins = Plugins.scan(root);

        assertThat(plugins.plugin(PluginType.PARSER, "lines").origin()).isEqualTo(own.toString());
        assertThat(plugins.parser("lines").schema().ids()).contains("separator");
        assertThat(plugins.parser("dlt").schema().ids()).contains("storage-header");
    }

    @Test
    void a_plugin_at_work_is_counted_and_one_that_trapped_has_failed(@TempDir Path root)
            throws IOException {
        Path wasm = Files.createDirectories(root.resolve("parsers/bad")).resolve("bad.wasm");
        Files.copy(Path.of("src/test/resources/plugins/faulty/faulty.wasm"), wasm);
        Plugins plugins = Plugins.scan(root);
        SourceStep trapping = plugins.parser("bad").set("fault", "trap").over(bytes(new byte[9]));
        SourceStep going = plugins.parser("lines").over(sample("lines.log"));

        assertThatThrownBy(trapping::table).hasMessageContaining("trapped");
        try (Stream<ParsedItem> items = going.items()) {
            assertThat(items.iterator().hasNext()).isTrue();
            assertThat(plugins.plugin(PluginType.PARSER, "lines").running()).isEqualTo(1);
        }

        assertThat(plugins.plugin(PluginType.PARSER, "lines").state()).isEqualTo(PluginState.VALID);
        PluginEntry bad = plugins.plugin(PluginType.PARSER, "bad");
        assertThat(bad.state()).isEqualTo(PluginState.FAILED);
        assertThat(bad.running()).isZero();
        assertThat(bad.log().entries()).anyMatch(each -> each.text().contains("trapped"));
    }

    @Test
    void an_interrupt_ends_a_plugin_that_loops() throws Exception {
        SourceStep looping =
                Plugins.scan()
                        .parser("src/test/resources/plugins/faulty/faulty.wasm")
                        .set("fault", "loop")
                        .over(bytes("1\n".getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller =
                new Thread(
                        () -> {
                            try {
                                looping.table();
                                failure.complete(new AssertionError("a loop came to an end"));
                            } catch (Throwable e) {
                                failure.complete(e);
                            }
                        });
        caller.start();
        Thread.sleep(300);
        caller.interrupt();

        assertThat(failure.get())
                .isInstanceOf(TableIncomplete.class)
                .hasCauseInstanceOf(Interrupted.class);
        assertThat(lines().over(sample("lines.log")).table().rowCount()).isPositive();
    }

    @Test
    void a_setting_for_what_is_no_plugin_is_refused() {
        assertThatThrownBy(() -> lines().over(file(LOG).set("input-path", "x")).table())
                .hasMessageContaining("is no byte-source plugin");
    }

    @Test
    void a_scan_in_the_background_finds_out_what_can_be_used(@TempDir Path root) throws Exception {
        Plugins plugins = Plugins.scanAsync(root).get(2, TimeUnit.MINUTES);

        assertThat(plugins.list()).isNotEmpty().allMatch(each -> each.state() == PluginState.VALID);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void a_scan_in_the_background_is_cancelled_whatever_a_plugin_does(@TempDir Path root)
            throws Exception {
        Path folder = Files.createDirectories(root.resolve("parsers/loop"));
        Path loop = Path.of("src/test/resources/plugins/scan-loop/scan-loop.wasm");
        Files.copy(loop, folder.resolve("loop.wasm"));

        CompletableFuture<Plugins> cancelled = Plugins.scanAsync(root);
        cancelled.cancel(true);

        assertThat(cancelled).isCancelled();
    }
}

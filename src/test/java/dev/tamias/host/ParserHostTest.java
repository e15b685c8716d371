package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.GuestException;
import dev.tamias.model.Limits;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParserHostTest {

    private static final byte[] LINES = "one\ntwo\n".getBytes(StandardCharsets.UTF_8);

    private static final Limits LIMITS =
            Limits.defaults().withCallTime(Duration.ofMillis(2_000)).withOutputBytes(2_000);

    private final Engine engine = Engine.builder().limits(LIMITS).build();

    @AfterEach
    void close() {
        engine.close();
    }

    private PluginSetup setup(String path, Map<String, Object> set, LogLevel level)
            throws IOException {
        Path wasm = Path.of("src", path);
        String name = wasm.getFileName().toString().replace(".wasm", "");
        Component component = PluginProbe.load(name, engine, Files.readAllBytes(wasm));
        PluginInfo info = PluginProbe.info(name, PluginType.PARSER, engine, component);
        return new PluginSetup(
                name, engine, component, Configuration.of(name, info.schema(), set), level);
    }

    private PluginSetup faulty(String fault) throws IOException {
        return setup(
                "test/resources/plugins/faulty/faulty.wasm",
                Map.of("fault", fault),
                LogLevel.TRACE);
    }

    private List<String> parse(PluginSetup setup) {
        return engine.executor()
                .run(
                        () -> {
                            try (ParserHost host = ParserHost.open(setup)) {
                                List<String> rows = new ArrayList<>();
                                host.parse(
                                        LINES,
                                        0,
                                        LINES.length,
                                        null,
                                        (consumed, cells, attachment) ->
                                                rows.add(String.valueOf(cells)));
                                return rows;
                            }
                        });
    }

    @Test
    void a_plugin_that_loops_is_ended_by_its_deadline_and_the_thread_is_usable_again()
            throws IOException {
        PluginSetup looping = faulty("loop");
        PluginSetup good = faulty("none");

        List<String> rows =
                engine.executor()
                        .run(
                                () -> {
                                    assertThatThrownBy(() -> parse(looping))
                                            .isInstanceOf(GuestException.class)
                                            .hasMessageContaining(
                                                    "\"faulty\" was stopped while parsing")
                                            .hasMessageContaining("ran longer than 2000 ms");
                                    return parse(good);
                                });

        assertThat(rows).containsExactly("[one]", "[two]");
    }

    @Test
    void a_plugin_that_loops_before_init_is_ended_too() throws IOException {
        byte[] binary =
                Files.readAllBytes(Path.of("src/test/resources/plugins/scan-loop/scan-loop.wasm"));
        Component component = PluginProbe.load("scan-loop", engine, binary);

        assertThatThrownBy(
                        () -> PluginProbe.info("scan-loop", PluginType.PARSER, engine, component))
                .hasMessageContaining("\"scan-loop\" was stopped while telling what it is");
    }

    @Test
    void a_plugin_that_imports_the_network_runs_until_it_asks_for_it() throws IOException {
        PluginSetup setup =
                setup("test/resources/plugins/sockets/sockets.wasm", Map.of(), LogLevel.ERROR);

        assertThatThrownBy(() -> parse(setup))
                .isInstanceOf(GuestException.class)
                .hasMessageContaining(
                        "Plugin \"sockets\" trapped while parsing: the guest called"
                                + " \"wasi:sockets/instance-network@0.2.9#instance-network\","
                                + " which the host does not offer.");
    }

    @Test
    void columns_are_those_after_init() throws IOException {
        String lines = "main/resources/dev/tamias/plugins/parsers/lines/lines.wasm";
        PluginSetup setup = setup(lines, Map.of("format", "common"), LogLevel.ERROR);

        List<String> captions =
                engine.executor()
                        .run(
                                () -> {
                                    try (ParserHost host = ParserHost.open(setup)) {
                                        return host.renderOptions().columns().stream()
                                                .map(RenderOptions.Column::caption)
                                                .toList();
                                    }
                                });

        assertThat(captions).containsExactly("Timestamp", "Level", "Component", "Message");
    }

    @Test
    void a_flood_of_messages_is_cut_and_told() throws IOException {
        PluginSetup setup = faulty("log-flood");

        List<HostLogging.Line> tail =
                engine.executor()
                        .run(
                                () -> {
                                    try (ParserHost host = ParserHost.open(setup)) {
                                        host.parse(
                                                LINES,
                                                0,
                                                LINES.length,
                                                null,
                                                (bytes, cells, file) -> {});
                                        return host.log();
                                    }
                                });

        assertThat(tail).hasSize(50);
        assertThat(tail.get(48).message()).matches("message \\d+ of a flood");
        assertThat(tail.get(49).message())
                .isEqualTo("further messages of this plugin are suppressed");
    }

    @Test
    void a_temporary_directory_is_gone_with_its_instance() throws IOException {
        assertThat(parse(faulty("temp"))).hasSize(1);

        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(
                            left.filter(path -> path.getFileName().toString().startsWith("tamias-"))
                                    .filter(this::isNew))
                    .isEmpty();
        }
    }

    /** Other tests and users have directories of the same kind; this one's was made just now. */
    private boolean isNew(Path path) {
        return Files.exists(path.resolve("note.txt"));
    }
}

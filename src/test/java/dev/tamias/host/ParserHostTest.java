package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.host.ParseReply.Kind;
import dev.tamias.model.Attachment;
import dev.tamias.model.GuestException;
import dev.tamias.model.InitException;
import dev.tamias.model.Limits;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserHostTest {

    private final Engine engine = Engine.builder().build();
    private final HostedPlugins plugins = new HostedPlugins(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void after_a_trap_the_instance_is_refused_and_a_new_one_parses() {
        PluginSetup setup = plugins.faulty("print-and-trap");

        GuestException second =
                engine.executor()
                        .run(
                                () -> {
                                    try (ParserHost host = ParserHost.open(setup)) {
                                        assertThatThrownBy(
                                                        () ->
                                                                HostedPlugins.parse(
                                                                        host, HostedPlugins.LINES))
                                                .isInstanceOf(Trap.class)
                                                .hasMessageContaining(
                                                        "Plugin \"faulty\" trapped while parsing"
                                                                + " from byte 1000 on: ")
                                                .hasMessageContaining(
                                                        " It had logged last: \"a last word"
                                                                + " without an end\".");
                                        return catchThrowableOfType(
                                                GuestException.class,
                                                () ->
                                                        HostedPlugins.parse(
                                                                host, HostedPlugins.LINES));
                                    }
                                });

        assertThat(second)
                .hasMessageContaining("\"faulty\" is not asked for more parsing")
                .hasCauseInstanceOf(Trap.class);
        assertThat(plugins.parse(plugins.faulty("none"))).containsExactly("[one]", "[two]");
    }

    @Test
    void a_failure_of_the_sink_ends_the_instance_too() {
        PluginSetup setup = plugins.faulty("none");

        engine.executor()
                .run(
                        () -> {
                            try (ParserHost host = ParserHost.open(setup)) {
                                IllegalStateException own = new IllegalStateException("full");
                                assertThatThrownBy(
                                                () ->
                                                        host.parse(
                                                                HostedPlugins.LINES,
                                                                0,
                                                                4,
                                                                null,
                                                                (consumed, cells, file) -> {
                                                                    throw own;
                                                                }))
                                        .isSameAs(own);
                                assertThatThrownBy(
                                                () ->
                                                        HostedPlugins.parse(
                                                                host, HostedPlugins.LINES))
                                        .hasCause(own);
                                return true;
                            }
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "init-config, CONFIGURATION, configuration error",
        "init-io, IO, input or output error",
        "init-unsupported, UNSUPPORTED, unsupported error",
        "init-other, OTHER, other error"
    })
    void a_plugin_that_refuses_to_start_is_told_apart(
            String fault, InitException.Kind kind, String said) {
        PluginSetup setup = plugins.faulty(fault);

        InitException failure =
                catchThrowableOfType(InitException.class, () -> plugins.parse(setup));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure)
                .hasMessageContaining(
                        "Plugin \"faulty\" refused to start ("
                                + said
                                + "): "
                                + fault
                                + ". It was given fault = "
                                + fault
                                + ".");
    }

    @Test
    void a_million_items_in_one_reply_are_beyond_the_limit_and_arrive_beneath_a_higher_one() {
        PluginSetup setup = plugins.faulty("million");

        assertThatThrownBy(() -> plugins.parse(setup))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("the values of one call take more than 67108864 bytes");

        try (Engine generous =
                Engine.builder().limits(Limits.defaults().withLiftBytes(256L << 20)).build()) {
            HostedPlugins more = new HostedPlugins(generous);
            assertThat(more.parse(more.faulty("million"))).hasSize(1_000_000).containsOnly("null");
        }
    }

    @Test
    void attachments_are_saved_in_the_directory_whatever_they_are_called(@TempDir Path directory) {
        PluginSetup setup = plugins.faulty("bad-attachments");
        List<Attachment> attachments = new ArrayList<>();
        engine.executor()
                .run(
                        () -> {
                            try (ParserHost host = ParserHost.open(setup)) {
                                return host.parse(
                                        HostedPlugins.LINES,
                                        0,
                                        HostedPlugins.LINES.length,
                                        null,
                                        (consumed, cells, file) -> attachments.add(file));
                            }
                        });

        List<Path> files = AttachmentFiles.save(attachments, directory.resolve("files"));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "x",
                        "passwd",
                        "x.txt",
                        "attachment",
                        "attachment_2",
                        "_CON.txt",
                        "rf",
                        "same.txt",
                        "same_2.txt",
                        "_txt.exe",
                        "a__[2J_b_.html");
        assertThat(files).allMatch(file -> file.getParent().endsWith("files"));
        assertThat(attachments).allMatch(Attachment::sizeDiffers);
    }

    @Test
    void a_plugin_that_imports_the_network_is_refused_what_it_asks_for() {
        PluginSetup setup = plugins.parser("sockets");

        ParseReply reply =
                engine.executor()
                        .run(
                                () -> {
                                    try (ParserHost host = ParserHost.open(setup)) {
                                        return host.parse(
                                                new byte[10],
                                                0,
                                                10,
                                                null,
                                                (took, cells, file) -> {});
                                    }
                                });

        assertThat(reply).isEqualTo(new ParseReply(Kind.UNRECOVERABLE, "access-denied"));
    }

    @Test
    void columns_are_those_after_init() throws IOException {
        Path wasm = Path.of("src/main/resources/dev/tamias/plugins/parsers/lines/lines.wasm");
        Component component = PluginProbe.load("lines", engine, Files.readAllBytes(wasm));
        PluginInfo info = PluginProbe.info("lines", PluginType.PARSER, engine, component);
        Configuration common = Configuration.of("lines", info.schema(), Map.of("format", "common"));
        PluginSetup setup = new PluginSetup("lines", engine, component, common, LogLevel.ERROR);

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
}

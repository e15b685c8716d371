package dev.tamias.host;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The plugins for tests, set up on one engine. */
final class HostedPlugins {

    static final byte[] LINES = "one\ntwo\n".getBytes(StandardCharsets.UTF_8);

    private final Engine engine;

    HostedPlugins(Engine engine) {
        this.engine = engine;
    }

    static Component component(Engine engine, String name) {
        Path wasm = Path.of("src/test/resources/plugins", name, name + ".wasm");
        try {
            return PluginProbe.load(name, engine, Files.readAllBytes(wasm));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PluginInfo info(String name, PluginType type) {
        return PluginProbe.info(name, type, engine, component(engine, name));
    }

    PluginSetup setup(String name, PluginType type, Map<String, Object> set) {
        Configuration configuration = Configuration.of(name, info(name, type).schema(), set);
        return new PluginSetup(
                name, engine, component(engine, name), configuration, LogLevel.TRACE);
    }

    PluginSetup parser(String name) {
        return setup(name, PluginType.PARSER, Map.of());
    }

    PluginSetup faulty(String fault) {
        return setup("faulty", PluginType.PARSER, Map.of("fault", fault));
    }

    PluginSetup source(String fault) {
        return setup("faulty-source", PluginType.BYTE_SOURCE, Map.of("fault", fault));
    }

    /** The cells of what one call over {@code input} gives, from a new instance. */
    List<String> parse(PluginSetup setup, byte[] input) {
        return engine.executor()
                .run(
                        () -> {
                            try (ParserHost host = ParserHost.open(setup)) {
                                return parse(host, input);
                            }
                        });
    }

    /** The cells of what one call over two lines gives, from a new instance. */
    List<String> parse(PluginSetup setup) {
        return parse(setup, LINES);
    }

    static List<String> parse(ParserHost host, byte[] input) {
        List<String> rows = new ArrayList<>();
        host.parse(
                input,
                0,
                input.length,
                OptionalLong.of(1_000),
                null,
                (consumed, cells, attachment) -> rows.add(String.valueOf(cells)));
        return rows;
    }
}

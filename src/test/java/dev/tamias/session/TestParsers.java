package dev.tamias.session;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.host.ByteSourceHost;
import dev.tamias.host.Configuration;
import dev.tamias.host.ParserHost;
import dev.tamias.host.PluginProbe;
import dev.tamias.host.PluginSetup;
import dev.tamias.host.RunLog;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginType;
import dev.tamias.source.BinaryByteSource;
import dev.tamias.source.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The real plugins that the tests of this package feed, each compiled once. */
final class TestParsers {

    static final Path RESOURCES = Path.of("src/main/resources/dev/tamias");
    private static final Path OURS = Path.of("src/test/resources/plugins");
    private static final Map<Compiled, Component> COMPONENTS = new ConcurrentHashMap<>();

    private static final Map<Component, ConfigSchema> SCHEMAS = new ConcurrentHashMap<>();

    /** What a component is made for. */
    private record Compiled(Engine engine, Path wasm) {}

    private TestParsers() {}

    /** A parser that comes with Tamias. */
    static ParserFactory bundled(String plugin) {
        return parser(
                RESOURCES.resolve("plugins/parsers/" + plugin + "/" + plugin + ".wasm"), Map.of());
    }

    /** The parser that goes wrong as it is told. */
    static ParserFactory faulty(String fault) {
        return parser(OURS.resolve("faulty/faulty.wasm"), Map.of("fault", fault));
    }

    /** The parser that answers as it is told, without columns; see script.h of its sources. */
    static ParserFactory scripted(String script) {
        return scripted(0, script);
    }

    /** The parser that answers as it is told. */
    static ParserFactory scripted(int columns, String script) {
        return scripted(Engine.shared(), columns, script);
    }

    /** The parser that answers as it is told, on an engine with limits of its own. */
    static ParserFactory scripted(Engine engine, int columns, String script) {
        return parser(
                engine,
                OURS.resolve("scripted/scripted.wasm"),
                Map.of("script", script, "columns", columns));
    }

    /** The parser that answers as it is told, with a log to look into. */
    static ParserFactory scripted(RunLog log, String script) {
        PluginSetup setup =
                setup(
                                Engine.shared(),
                                PluginType.PARSER,
                                OURS.resolve("scripted/scripted.wasm"),
                                Map.of("script", script))
                        .withLog(log, "");
        return () -> ParserHost.open(setup);
    }

    /** The byte source that answers each read as it is told; see its sources. */
    static ByteSource scriptedSource(String script, String text) {
        return source(
                OURS.resolve("scripted-source/scripted-source.wasm"),
                Map.of("script", script, "text", text));
    }

    /** A file through the byte source that comes with Tamias. */
    static ByteSource fileSource(Path file) {
        return source(
                RESOURCES.resolve("plugins/bytesources/file-source/file-source.wasm"),
                Map.of("input-path", file));
    }

    private static ByteSource source(Path wasm, Map<String, Object> set) {
        PluginSetup setup = setup(Engine.shared(), PluginType.BYTE_SOURCE, wasm, set);
        ByteSourceHost host = Engine.shared().executor().run(() -> ByteSourceHost.open(setup));
        return new BinaryByteSource(
                setup.plugin(), new ByteSourceStream(host), OptionalLong.empty());
    }

    private static ParserFactory parser(Path wasm, Map<String, Object> set) {
        return parser(Engine.shared(), wasm, set);
    }

    private static ParserFactory parser(Engine engine, Path wasm, Map<String, Object> set) {
        PluginSetup setup = setup(engine, PluginType.PARSER, wasm, set);
        return () -> ParserHost.open(setup);
    }

    private static PluginSetup setup(
            Engine engine, PluginType type, Path wasm, Map<String, Object> set) {
        Component component =
                COMPONENTS.computeIfAbsent(new Compiled(engine, wasm), TestParsers::load);
        String name = wasm.getFileName().toString().replace(".wasm", "");
        ConfigSchema schema =
                SCHEMAS.computeIfAbsent(
                        component, each -> PluginProbe.info(name, type, engine, each).schema());
        return new PluginSetup(
                name, engine, component, Configuration.of(name, schema, set), LogLevel.ERROR);
    }

    private static Component load(Compiled key) {
        try {
            return PluginProbe.load(
                    key.wasm().toString(), key.engine(), Files.readAllBytes(key.wasm()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a parser over bytes to their end, on a guest thread. */
    static Outcome run(ParserFactory parser, byte[] input, ParsePolicy policy) {
        return run(parser, BinaryByteSource.of(input), policy);
    }

    /** Runs a parser over a source to its end, on a guest thread. */
    static Outcome run(ParserFactory parser, ByteSource input, ParsePolicy policy) {
        return Engine.shared()
                .executor()
                .run(
                        () -> {
                            try (ParseSession session = new ParseSession(parser, input, policy)) {
                                return Outcome.of(session);
                            }
                        });
    }
}

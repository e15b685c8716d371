package dev.tamias.workshop;

import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The functions of wasm-tools' core module, whose interface {@code local:wasm-tools/tools} is in the
 * package it comes in. Each takes its arguments as the Canonical ABI flattens them, and gives the address
 * of a {@code result<list<u8>, string>} or {@code result<string, string>}.
 */
final class WasmTools {

    private static final String INTERFACE = "local:wasm-tools/tools#";

    /** A component may be large, and its text is larger. */
    private static final Limits LIMITS =
            Limits.defaults()
                    .withMemoryBytes(1L << 30)
                    .withCallTime(java.time.Duration.ofMinutes(2));

    /** {@code record embed-opts}: eight options, all of them none where nothing is written. */
    private static final int EMBED_OPTIONS = 80;

    private static final int BINARY = 0;
    private static final int WIT_SOURCE = 12;
    private static final int WORLD = 40;

    private final Engine engine;
    private final CoreModule module;

    WasmTools(Engine engine, byte[] binary) {
        this.engine = engine;
        this.module =
                engine.executor()
                        .run(
                                () -> {
                                    CoreBinary core = CoreBinary.withBodiesUnseen(binary);
                                    return engine.compile(core, TypeSpace.of(List.of(core)));
                                });
    }

    byte[] parse(String wat) {
        return call(
                "read the text",
                tool -> {
                    int text = tool.put(wat.getBytes(StandardCharsets.UTF_8));
                    return tool.call(INTERFACE + "parse", text, tool.length());
                });
    }

    String print(byte[] binary) {
        return text(
                call(
                        "print the binary",
                        tool -> {
                            int bytes = tool.put(binary);
                            return tool.call(INTERFACE + "print", bytes, tool.length());
                        }));
    }

    String wit(byte[] component) {
        return text(
                call(
                        "read the component's world",
                        tool -> {
                            int bytes = tool.put(component);
                            return tool.call(INTERFACE + "component-wit", bytes, tool.length());
                        }));
    }

    byte[] componentNew(byte[] core, Map<String, byte[]> adapters) {
        return call(
                "make a component of the core module",
                tool -> {
                    int list = adapters(tool, adapters);
                    int bytes = tool.put(core);
                    return tool.call(
                            INTERFACE + "component-new",
                            bytes,
                            tool.length(),
                            1,
                            list,
                            adapters.size());
                });
    }

    /** {@code list<tuple<string, list<u8>>>}. */
    private static int adapters(ToolInstance tool, Map<String, byte[]> adapters) {
        int list = tool.reserve(Math.max(1, adapters.size()) * 16);
        int at = list;
        for (Map.Entry<String, byte[]> each : adapters.entrySet()) {
            tool.putAt(at, each.getKey().getBytes(StandardCharsets.UTF_8));
            tool.putAt(at + 8, each.getValue());
            at += 16;
        }
        return list;
    }

    byte[] embed(byte[] core, String wit, String world) {
        return call(
                "put world \"" + world + "\" into the core module",
                tool -> {
                    int options = tool.reserve(EMBED_OPTIONS);
                    tool.putOption(options + BINARY, core);
                    tool.putOption(options + WIT_SOURCE, wit.getBytes(StandardCharsets.UTF_8));
                    tool.putOption(options + WORLD, world.getBytes(StandardCharsets.UTF_8));
                    return tool.call(INTERFACE + "component-embed", options);
                });
    }

    private byte[] call(String doing, Function<ToolInstance, byte[]> work) {
        return engine.executor()
                .run(
                        () -> {
                            try (ToolInstance tool =
                                    new ToolInstance(engine, module, LIMITS, doing)) {
                                return tool.run(() -> work.apply(tool));
                            }
                        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

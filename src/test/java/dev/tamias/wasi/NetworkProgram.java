package dev.tamias.wasi;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.engine.Deadline;
import dev.tamias.engine.Engine;
import dev.tamias.wasi.sockets.NetworkGrant;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The program of src/test/plugins/network, built in C, running on this WASI. */
final class NetworkProgram implements AutoCloseable {

    private static final String RESOURCE = "/wasi/network.wasm";

    private final Engine engine = Engine.builder().compiling(false).build();
    private final Component component = PluginRun.component(engine, RESOURCE);

    /** What it prints, lines apart by {@code |}, with the given allowances. */
    String run(NetworkGrant grant, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        engine.executor().run(() -> run(grant, out::writeBytes, arguments));
        return text(out);
    }

    /** The same on another thread; each part that is printed goes to {@code printed}. */
    Future<Boolean> start(NetworkGrant grant, Consumer<String> printed, String... arguments) {
        return engine.executor()
                .start(
                        () ->
                                run(
                                        grant,
                                        bytes ->
                                                printed.accept(
                                                        new String(bytes, StandardCharsets.UTF_8)),
                                        arguments));
    }

    /** Runs with a deadline, which is expected to end it. */
    void runFor(Duration time, NetworkGrant grant, Consumer<byte[]> out, String... arguments) {
        engine.executor()
                .run(
                        () -> {
                            try (Deadline deadline = engine.executor().deadline(time)) {
                                try {
                                    return run(grant, out, arguments);
                                } catch (RuntimeException e) {
                                    throw deadline.explain(e, "the program");
                                }
                            }
                        });
    }

    private boolean run(NetworkGrant grant, Consumer<byte[]> out, String... arguments) {
        WasiContext.Builder context =
                WasiContext.builder().systemClocks().stdout(out).network(grant);
        context.argument("network.wasm");
        for (String each : arguments) {
            context.argument(each);
        }
        Linker linker = new Linker(engine);
        WasiState state = WasiLinker.add(linker, context.build());
        try {
            Instance instance = linker.instantiate(component);
            instance.func("wasi:cli/run@0.2.0", "run").orElseThrow().call();
            return true;
        } catch (ExitException exit) {
            return exit.code() == 0;
        } finally {
            state.close();
        }
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).strip().replace("\n", "|");
    }

    @Override
    public void close() {
        engine.close();
    }
}

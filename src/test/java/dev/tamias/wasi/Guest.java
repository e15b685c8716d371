package dev.tamias.wasi;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.model.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An instance of a component of the test tree, on this WASI. */
final class Guest implements AutoCloseable {

    static final Path COMPONENTS = Path.of("src/test/resources/components");

    /** What a program has printed, and how it ended. */
    record Ended(int exit, String out) {}

    private final WasiState state;
    private final Instance instance;

    Guest(Engine engine, byte[] binary, WasiContext context) {
        Component component = Component.of(engine, binary);
        Linker linker = new Linker(engine);
        this.state = WasiLinker.add(linker, context);
        boolean made = false;
        try {
            WasiLinker.addTraps(linker, component);
            this.instance = linker.instantiate(component, context.limits());
            made = true;
        } finally {
            if (!made) {
                state.close();
            }
        }
    }

    static Guest of(Engine engine, String file, WasiContext context) throws IOException {
        return new Guest(engine, Files.readAllBytes(COMPONENTS.resolve(file)), context);
    }

    /** A context of those limits and nothing else. */
    static WasiContext limited(Limits limits) {
        return WasiContext.builder().limits(limits).build();
    }

    @Nullable Val call(String function, Val... arguments) {
        return func(function).call(arguments);
    }

    private Func func(String name) {
        return instance.func(name).orElseThrow();
    }

    /** Runs a program on the calling thread. */
    static Ended run(Engine engine, String file, WasiContext.Builder context, String... arguments)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        context.stdout(out::writeBytes).argument(file);
        for (String each : arguments) {
            context.argument(each);
        }
        try (Guest guest = of(engine, file, context.build())) {
            int exit = guest.exitCode();
            return new Ended(exit, out.toString(StandardCharsets.UTF_8));
        }
    }

    /** What the program exits with. */
    int exitCode() {
        try {
            Val said = instance.func("wasi:cli/run@0.2.0", "run").orElseThrow().call();
            return said instanceof Val.Result result && result.isOk() ? 0 : 1;
        } catch (ExitException exit) {
            return exit.code();
        }
    }

    @Override
    public void close() {
        state.close();
    }
}

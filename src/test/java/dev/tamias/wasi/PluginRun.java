package dev.tamias.wasi;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real plugin, built with Rust's standard library, running on this WASI. */
final class PluginRun implements AutoCloseable {

    static final String TEMP = "/temp";

    private final String export;
    final WasiState state;
    private final Instance instance;

    PluginRun(Engine engine, String resource, String export, WasiContext context) {
        this.export = export;
        Linker linker = linker(engine);
        this.state = WasiLinker.add(linker, context);
        this.instance = linker.instantiate(component(engine, resource));
    }

    static Component component(Engine engine, String resource) {
        try (InputStream in = PluginRun.class.getResourceAsStream(resource)) {
            return Component.of(engine, Objects.requireNonNull(in, resource).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the plugins import besides WASI. */
    static Linker linker(Engine engine) {
        Linker linker = new Linker(engine);
        linker.instance("chipmunk:shared/logging@0.1.0").func("log", arguments -> null);
        linker.instance("chipmunk:shared/sandbox@0.1.0")
                .func("temp-directory", arguments -> Val.Result.ok(new Val.Str(TEMP)));
        return linker;
    }

    /** Calls {@code init} with one setting; gives the error in words, or null. */
    @Nullable String init(String setting, Val value) {
        Val general = new Val.Record(List.of(new Val.EnumCase(2)));
        Val item = new Val.Record(List.of(new Val.Str(setting), value));
        Val.Result result = (Val.Result) call("init", general, new Val.ListOf(List.of(item)));
        return result.isOk() ? null : String.valueOf(result.value());
    }

    Val call(String function, Val... arguments) {
        return Objects.requireNonNull(
                instance.func(export, function).orElseThrow().call(arguments));
    }

    @Override
    public void close() {
        state.close();
    }
}

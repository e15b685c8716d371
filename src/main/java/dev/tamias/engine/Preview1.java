package dev.tamias.engine;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import dev.tamias.engine.binary.CoreType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * WASI preview 1 for one instance of a core module that computes and needs no more: no files, arguments or
 * environment, a clock that stands at the epoch, random numbers that are the same each time. What the
 * instance prints is kept, as the reason of a trap.
 */
public final class Preview1 implements AutoCloseable {

    /** The module name of its functions. */
    public static final String MODULE = "wasi_snapshot_preview1";

    private static final Clock EPOCH = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final WasiPreview1 wasi;
    private final Map<String, HostFunction> functions = new HashMap<>();

    public Preview1() {
        this.wasi =
                WasiPreview1.builder()
                        .withOptions(
                                WasiOptions.builder()
                                        .withStdout(output, false)
                                        .withStderr(output, false)
                                        .withClock(EPOCH)
                                        .withRandom(new Random(0))
                                        .build())
                        .build();
        for (HostFunction each : wasi.toHostFunctions()) {
            functions.put(each.name(), each);
        }
    }

    /**
     * A function under the type that a module imports it with.
     *
     * @throws Unlinkable where there is none of that name
     */
    public CoreFunc function(String name, CoreType.Func type) {
        HostFunction found = functions.get(name);
        if (found == null) {
            throw new Unlinkable("WASI preview 1 has no function \"" + name + "\"", null);
        }
        return CoreFunc.of(
                type,
                (caller, arguments) -> {
                    try {
                        return found.handle().apply(caller, arguments);
                    } catch (WasiExitException e) {
                        throw new Trap("the guest exited with " + e.exitCode(), e);
                    }
                });
    }

    /** What the instance has printed. */
    public String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        wasi.close();
    }
}

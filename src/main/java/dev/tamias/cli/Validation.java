package dev.tamias.cli;

import dev.tamias.cli.wast.BoundedRun;
import dev.tamias.cli.wast.Preamble;
import dev.tamias.component.Component;
import dev.tamias.component.binary.InvalidComponent;
import dev.tamias.component.binary.MalformedComponent;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.RejectedBinary;
import dev.tamias.model.ComponentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Says of one file whether it is a valid component or core module. Safe to use from any thread. */
final class Validation {

    /** What is said where there is nothing to say. */
    private static final String NONE = "-";

    /** Far more than any file takes; it is there for the sake of the files that come after. */
    private static final Duration TIME = Duration.ofSeconds(20);

    /**
     * What a file is.
     *
     * @param verdict ok, reject, or crash where anything was thrown that is no documented exception
     * @param thrown class of the exception, without its package
     * @param offset of the byte where it is wrong
     */
    record Verdict(String verdict, String thrown, String offset, String message) {}

    private final Engine engine;
    private final BoundedRun bounded;

    Validation(Engine engine) {
        this.engine = engine;
        this.bounded = new BoundedRun(engine.executor(), TIME);
    }

    /** The verdict on the file; one that cannot be read crashes like any other failure. */
    Verdict of(String path) {
        return bounded.run(
                () -> {
                    decode(Files.readAllBytes(Path.of(path)));
                    return new Verdict("ok", NONE, NONE, NONE);
                },
                Validation::failed);
    }

    private void decode(byte[] bytes) {
        if (Preamble.isCoreModule(bytes)) {
            CoreBinary.of(bytes);
        } else {
            Component.of(engine, bytes);
        }
    }

    private static Verdict failed(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        if (thrown instanceof ComponentException rejection) {
            long offset = offset(rejection);
            String place = offset < 0 ? NONE : Long.toString(offset);
            return new Verdict("reject", name, place, rejection.sentence());
        }
        return new Verdict("crash", name, NONE, String.valueOf(thrown.getMessage()));
    }

    private static long offset(ComponentException rejection) {
        if (rejection instanceof MalformedComponent malformed) {
            return malformed.offset();
        }
        if (rejection instanceof InvalidComponent invalid) {
            return invalid.offset();
        }
        return rejection instanceof RejectedBinary binary ? binary.offset() : -1;
    }
}

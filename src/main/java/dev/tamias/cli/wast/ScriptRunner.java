package dev.tamias.cli.wast;

import dev.tamias.engine.Engine;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.time.Duration;

/**
 * Runs scripts. Each has an engine and a host of its own and runs to its last command, whatever comes
 * before; a command that hangs, exhausts the stack or the heap harms no other script.
 */
public final class ScriptRunner {

    /** Hears what became of each command, as soon as it is known. */
    @FunctionalInterface
    public interface Report {
        void verdict(Command command, Verdict verdict) throws IOException;
    }

    /** Scripts try the limits of the specification, as far as half of the heap goes. */
    private static final Limits LIMITS =
            Limits.defaults()
                    .withMemoryBytes(Math.min(4L << 30, Runtime.getRuntime().maxMemory() / 2))
                    .withLiftBytes(Runtime.getRuntime().maxMemory() / 8);

    private final Duration time;

    /** @param time how long each command may take */
    public ScriptRunner(Duration time) {
        this.time = time;
    }

    /**
     * Runs a script.
     *
     * @throws IOException what {@code report} throws
     */
    public void run(Script script, Report report) throws IOException {
        try (Engine engine = Engine.builder().limits(LIMITS).build()) {
            BoundedRun bounded = new BoundedRun(engine.executor(), time);
            Judge judge = new Judge(new ScriptStore(engine, script));
            for (Command command : script.commands()) {
                Verdict verdict = bounded.run(() -> judge.judge(command), judge::failed);
                judge.settle(command, verdict);
                report.verdict(command, verdict);
            }
        }
    }
}

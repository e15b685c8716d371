package dev.tamias.cli.wast;

import dev.tamias.engine.Deadline;
import dev.tamias.engine.GuestExecutor;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Runs work on guest threads so that nothing it does can stop its caller: it is interrupted when its
 * time is over, let go where that does not end it, and whatever it throws becomes a result.
 */
public final class BoundedRun {

    /** How long work may take to notice that it was interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final GuestExecutor executor;
    private final Duration time;

    public BoundedRun(GuestExecutor executor, Duration time) {
        this.executor = executor;
        this.time = time;
    }

    /**
     * What {@code work} returns.
     *
     * @param failed what is returned in its place where it throws, which includes errors such as an
     *     exhausted stack, {@link dev.tamias.engine.LimitExceeded} where its time was over, and {@link
     *     Hang}
     */
    public <T> T run(Callable<T> work, Function<Throwable, T> failed) {
        // The inner deadline ends the work, the outer one the waiting for work that does not end.
        try (Deadline patience = executor.deadline(time.plus(GRACE))) {
            try {
                return executor.run(() -> onTime(work, failed));
            } catch (Interrupted e) {
                return failed.apply(outlasted(patience.explain(e, "it")));
            }
        }
    }

    /** Where it was not the patience that ended, the caller itself was interrupted. */
    private RuntimeException outlasted(RuntimeException reason) {
        return reason instanceof LimitExceeded
                ? new Hang("it was told to stop after " + time.toMillis() + " ms and went on")
                : reason;
    }

    private <T> T onTime(Callable<T> work, Function<Throwable, T> failed) {
        // Everything is caught here: further out an exhausted stack would pass for the guest's.
        try (Deadline deadline = executor.deadline(time)) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                return failed.apply(deadline.explain(e, "it"));
            } catch (Throwable e) {
                return failed.apply(e);
            }
        }
    }
}

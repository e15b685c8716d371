package dev.tamias;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work on a guest thread, of which something is left where its caller is interrupted. */
final class GuestWork {

    /** How long interrupted work may take to come to its end; it needs a few milliseconds. */
    private static final long ENDING_SECONDS = 2;

    private GuestWork() {}

    /**
     * Runs {@code task} on a guest thread and waits for it.
     *
     * @throws TableIncomplete with the rows so far where the caller is interrupted, and the task throws
     *     it on being interrupted itself; the flag of the calling thread is set again
     */
    static <T> T run(Engine engine, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        AtomicBoolean started = new AtomicBoolean();
        try {
            return engine.executor()
                    .run(
                            () -> {
                                started.set(true);
                                return recorded(task, outcome);
                            });
        } catch (Interrupted e) {
            if (started.get()) {
                return ended(outcome, e);
            }
            throw e;
        }
    }

    private static <T> T recorded(Callable<T> task, CompletableFuture<T> outcome) throws Exception {
        try {
            T result = task.call();
            outcome.complete(result);
            return result;
        } catch (Exception | Error e) {
            outcome.completeExceptionally(e);
            throw e;
        }
    }

    /** The task was interrupted as well: waits for what it has to say. */
    private static <T> T ended(CompletableFuture<T> outcome, Interrupted e) {
        boolean flag = Thread.interrupted();
        try {
            return outcome.get(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TableIncomplete incomplete) {
                throw incomplete;
            }
            throw e;
        } catch (TimeoutException late) {
            e.addSuppressed(late);
            throw e;
        } catch (InterruptedException again) {
            flag = true;
            throw e;
        } finally {
            if (flag) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.tamias.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread that made it when its time is over. It is closed by that thread; once closed it
 * interrupts nothing, and an interrupt of its own leaves no flag behind.
 *
 * <p>Compiling functions when they are called first is no time of the guest's: {@link #untimed}.
 */
public final class Deadline implements AutoCloseable {

    /** The last that was made on a thread and is not closed. */
    private static final ThreadLocal<@Nullable Deadline> INNERMOST = new ThreadLocal<>();

    private final Thread thread;
    private final Duration time;
    private final ScheduledExecutorService watchdog;
    private final @Nullable Deadline outer;
    private boolean expired;
    private boolean closed;

    /** Whether the time stands still, since when, and what that has added to it. */
    private boolean paused;

    private long pausedAt;
    private long added;

    /** Whether the time was over while it stood still. */
    private boolean late;

    private @Nullable Future<?> alarm;

    private Deadline(Duration time, ScheduledExecutorService watchdog) {
        this.thread = Thread.currentThread();
        this.time = time;
        this.watchdog = watchdog;
        this.outer = INNERMOST.get();
    }

    /** A deadline of this thread, which starts now. */
    static Deadline start(Duration time, ScheduledExecutorService watchdog) {
        Deadline deadline = new Deadline(time, watchdog);
        INNERMOST.set(deadline);
        deadline.schedule(time.toNanos());
        return deadline;
    }

    private synchronized void schedule(long nanos) {
        alarm = watchdog.schedule(this::expire, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void expire() {
        if (closed) {
            return;
        }
        if (paused) {
            late = true;
        } else if (added > 0) {
            long more = added;
            added = 0;
            schedule(more);
        } else {
            expired = true;
            thread.interrupt();
        }
    }

    /** Does what is not counted as time of the guest that runs on this thread, and is short. */
    static <T> T untimed(Supplier<T> work) {
        Deadline innermost = INNERMOST.get();
        for (Deadline each = innermost; each != null; each = each.outer) {
            each.pause();
        }
        try {
            return work.get();
        } finally {
            for (Deadline each = innermost; each != null; each = each.outer) {
                each.resume();
            }
        }
    }

    private synchronized void pause() {
        paused = true;
        pausedAt = System.nanoTime();
    }

    private synchronized void resume() {
        paused = false;
        added += System.nanoTime() - pausedAt;
        if (late && !closed) {
            late = false;
            expire();
        }
    }

    /**
     * The exception to throw for {@code failure}: that the limit was exceeded where this deadline has
     * interrupted the guest, else the failure itself.
     */
    public synchronized RuntimeException explain(RuntimeException failure, String what) {
        if (expired && failure instanceof Interrupted) {
            return LimitExceeded.of(
                    "callTime", what + " ran longer than " + time.toMillis() + " ms", failure);
        }
        return failure;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (outer == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(outer);
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (expired) {
            // The flag was set for the guest's sake; whoever runs next on this thread must not see
            // it.
            Thread.interrupted();
        }
    }
}

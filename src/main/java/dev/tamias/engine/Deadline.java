package dev.tamias.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread that made it when its time is over. It is closed by that thread; once closed it
 * interrupts nothing, and an interrupt of its own leaves no flag behind.
 */
public final class Deadline implements AutoCloseable {

    private final Thread thread;
    private final Duration time;
    private boolean expired;
    private boolean closed;
    private @Nullable Future<?> alarm;

    Deadline(Thread thread, Duration time) {
        this.thread = thread;
        this.time = time;
    }

    void start(ScheduledExecutorService watchdog) {
        alarm = watchdog.schedule(this::expire, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void expire() {
        if (!closed) {
            expired = true;
            thread.interrupt();
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

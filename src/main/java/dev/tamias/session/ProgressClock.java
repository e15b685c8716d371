package dev.tamias.session;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Tells a listener how far a session has come: now and then, and at its end. */
final class ProgressClock {

    private static final long PERIOD = Duration.ofMillis(200).toNanos();
    private static final double SECOND = 1e9;

    private final Consumer<ParseProgress> listener;
    private final long start = System.nanoTime();
    private long last = start;

    ProgressClock(Consumer<ParseProgress> listener) {
        this.listener = listener;
    }

    /** Whether the listener has waited long enough. */
    boolean due() {
        return System.nanoTime() - last >= PERIOD;
    }

    void tell(long bytes, OptionalLong size, long rows) {
        last = System.nanoTime();
        double seconds = Math.max(1, last - start) / SECOND;
        listener.accept(new ParseProgress(bytes, size, rows, rows / seconds, bytes / seconds));
    }
}

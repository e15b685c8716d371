package dev.tamias.wasi;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time that one guest is told. */
interface WasiClock {

    /** The time of day. */
    Instant wall();

    /** Nanoseconds since the guest began. */
    long monotonic();

    /** The least difference that the clocks can show. */
    Duration resolution();

    /**
     * How long to wait for a socket that may be ready before {@link #monotonic()} is {@code
     * nanoseconds}, unsigned.
     *
     * @return nanoseconds of the machine's own clock; {@code Long.MAX_VALUE} stands for ever
     */
    long remaining(long nanoseconds);

    /** Waits until {@link #monotonic()} is {@code nanoseconds}, unsigned. */
    void sleepUntil(long nanoseconds) throws InterruptedException;

    /** The clocks of the machine. */
    static WasiClock system() {
        long start = System.nanoTime();
        return new WasiClock() {
            @Override
            public Instant wall() {
                return Instant.now();
            }

            @Override
            public long monotonic() {
                return System.nanoTime() - start;
            }

            @Override
            public Duration resolution() {
                return Duration.ofNanos(1000);
            }

            @Override
            public long remaining(long nanoseconds) {
                return nanoseconds < 0 ? Long.MAX_VALUE : Math.max(0, nanoseconds - monotonic());
            }

            @Override
            public void sleepUntil(long nanoseconds) throws InterruptedException {
                long until = nanoseconds < 0 ? Long.MAX_VALUE : nanoseconds;
                TimeUnit.NANOSECONDS.sleep(until - monotonic());
            }
        };
    }

    /** Clocks that stand still, but for sleeping: that sets them forward at once. */
    static WasiClock fixed(Instant instant) {
        return new WasiClock() {
            private long slept;

            @Override
            public Instant wall() {
                return instant.plusNanos(slept);
            }

            @Override
            public long monotonic() {
                return slept;
            }

            @Override
            public Duration resolution() {
                return Duration.ofNanos(1);
            }

            @Override
            public long remaining(long nanoseconds) {
                return nanoseconds < 0 ? Long.MAX_VALUE : 0;
            }

            @Override
            public void sleepUntil(long nanoseconds) throws InterruptedException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                slept = nanoseconds < 0 ? Long.MAX_VALUE : Math.max(slept, nanoseconds);
            }
        };
    }
}

package dev.tamias.wasi;

/**
 * Something that a guest can wait for (wasi:io/poll, {@code pollable}). Streams wait within their
 * reads and writes, so only clocks make a guest wait here.
 *
 * @param instant when it is ready, on the monotonic clock, unsigned
 */
record Pollable(long instant) {

    /** Ready from the beginning. */
    static final Pollable READY = new Pollable(0);

    boolean isReady(WasiClock clock) {
        return Long.compareUnsigned(clock.monotonic(), instant) >= 0;
    }
}

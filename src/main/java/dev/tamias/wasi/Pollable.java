package dev.tamias.wasi;

import dev.tamias.wasi.sockets.Awaitable;
import org.jspecify.annotations.Nullable;

/**
 * Something that a guest can wait for (wasi:io/poll, {@code pollable}): an instant, or a socket.
 *
 * @param instant when it is ready, on the monotonic clock, unsigned
 * @param socket what makes it ready before; null for an instant alone
 */
record Pollable(long instant, @Nullable Awaitable socket) {

    /** Ready from the beginning. */
    static final Pollable READY = new Pollable(0);

    private static final long NEVER = -1;

    Pollable(long instant) {
        this(instant, null);
    }

    /** What is ready whenever {@code socket} is; at once where there is none to wait for. */
    static Pollable of(@Nullable Awaitable socket) {
        return socket == null ? READY : new Pollable(NEVER, socket);
    }

    boolean isReady(WasiClock clock) {
        return socket == null
                ? Long.compareUnsigned(clock.monotonic(), instant) >= 0
                : socket.isReady();
    }
}

package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/**
 * Where one guest waits for all of its sockets, on its own thread. An interrupt ends waiting at once
 * and closes no channel.
 */
public final class Wait implements AutoCloseable {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Selector selector;

    Wait() throws IOException {
        this.selector = Selector.open();
    }

    /** Forgets what the last wait was for. */
    void begin() {
        for (SelectionKey key : selector.keys()) {
            if (key.isValid()) {
                key.interestOps(0);
            }
        }
    }

    /** Ends the next wait where {@code channel} can do one of {@code operations}. */
    void on(SelectableChannel channel, int operations) {
        SelectionKey key = channel.keyFor(selector);
        try {
            if (key == null) {
                channel.register(selector, operations);
            } else {
                key.interestOpsOr(operations);
            }
        } catch (CancelledKeyException | ClosedChannelException e) {
            // It is closed, which its owner finds out by using it.
            selector.wakeup();
        }
    }

    /** Waits, at most so many nanoseconds. */
    void select(long nanos) throws InterruptedException {
        try {
            if (nanos <= 0) {
                selector.selectNow();
            } else {
                selector.select(nanos / NANOS + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        selector.selectedKeys().clear();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** A channel that was closed gives its file back once the selector knows of it. */
    void forgetClosed() {
        try {
            selector.selectNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Ends the wait that runs, or the next one; from whichever thread. */
    public void end() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}

package dev.tamias.wasi;

import dev.tamias.engine.GuestExecutor;
import dev.tamias.wasi.sockets.Awaitable;
import dev.tamias.wasi.sockets.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Standard input from a stream of the host's, which may wait for ever and, as a rule, cannot be
 * interrupted. A read that would wait is left to another thread, one at a time; a guest waits for that
 * thread, so that it can be stopped. What was read for a guest that was stopped is kept for the next.
 */
final class StdinReader {

    /** What is read where nobody has said yet how much is wanted. */
    private static final int AHEAD_BYTES = 64 << 10;

    private static final byte[] NOTHING = {};

    private final InputStream stream;
    private byte[] ahead = NOTHING;
    private boolean ended;
    private boolean reading;
    private @Nullable IOException failure;
    private @Nullable Wait waiting;

    StdinReader(InputStream stream) {
        this.stream = stream;
    }

    /** What an instance reads, the reads that wait being left to {@code executor}. */
    GuestInput.Origin origin(GuestExecutor executor) {
        Awaitable more =
                new Awaitable() {
                    @Override
                    public boolean isReady() {
                        return StdinReader.this.isReady(executor);
                    }

                    @Override
                    public void wakeBy(Wait wait) {
                        StdinReader.this.wakeBy(wait);
                    }
                };
        return new GuestInput.Origin() {
            @Override
            public byte[] read(int length) throws FileError, StreamClosed {
                return StdinReader.this.read(length, executor);
            }

            @Override
            public Awaitable socket() {
                return more;
            }
        };
    }

    /** At most so many bytes; none where nothing is there yet. */
    private synchronized byte[] read(int length, GuestExecutor executor)
            throws FileError, StreamClosed {
        if (length == 0 || !isReady(executor)) {
            return NOTHING;
        }
        if (ahead.length == 0 && !ended) {
            take(length);
        }
        if (ahead.length == 0) {
            throw closed();
        }
        byte[] bytes = Arrays.copyOf(ahead, Math.min(length, ahead.length));
        ahead = Arrays.copyOfRange(ahead, bytes.length, ahead.length);
        return bytes;
    }

    private StreamClosed closed() throws FileError {
        IOException told = failure;
        if (told != null) {
            failure = null;
            throw FileError.of(told);
        }
        return new StreamClosed();
    }

    /** Takes what the stream gives without waiting. */
    private void take(int length) {
        try {
            byte[] bytes = new byte[Math.min(length, stream.available())];
            int count = stream.read(bytes);
            ended = count <= 0;
            ahead = Arrays.copyOf(bytes, Math.max(0, count));
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        failure = e;
        ended = true;
    }

    /** Whether a read gives something or says that there is no more; else somebody reads from now on. */
    private synchronized boolean isReady(GuestExecutor executor) {
        if (ended || ahead.length > 0) {
            return true;
        }
        if (!reading) {
            if (hasSome()) {
                return true;
            }
            executor.startWaiting(this::readAhead);
            reading = true;
        }
        return false;
    }

    private boolean hasSome() {
        try {
            return stream.available() > 0;
        } catch (IOException e) {
            fail(e);
            return true;
        }
    }

    private void readAhead() {
        byte[] bytes = new byte[AHEAD_BYTES];
        int count = -1;
        IOException failed = null;
        try {
            count = stream.read(bytes);
        } catch (IOException e) {
            failed = e;
        } catch (RuntimeException e) {
            failed = new IOException(e);
        }
        synchronized (this) {
            reading = false;
            ahead = Arrays.copyOf(bytes, Math.max(0, count));
            if (failed != null) {
                fail(failed);
            } else if (count < 0) {
                ended = true;
            }
            if (waiting != null) {
                waiting.end();
            }
        }
    }

    /** Ends {@code wait} when there is something. */
    private synchronized void wakeBy(Wait wait) {
        waiting = wait;
        if (!reading) {
            wait.end();
        }
    }
}

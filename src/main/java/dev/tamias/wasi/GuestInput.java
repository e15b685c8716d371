package dev.tamias.wasi;

import dev.tamias.wasi.sockets.Awaitable;
import dev.tamias.wasi.sockets.NetworkError;
import dev.tamias.wasi.sockets.TcpInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stream that a guest reads (wasi:io/streams, {@code input-stream}). */
final class GuestInput implements AutoCloseable {

    /** Where the bytes come from. */
    interface Origin extends AutoCloseable {

        /**
         * At least one and at most {@code length} bytes; none at the end. Where {@link #socket} is not
         * null, none where nothing is there yet.
         *
         * @throws StreamClosed at the end, also for no bytes, where {@link #socket} is not null
         */
        byte[] read(int length) throws FileError, NetworkError, StreamClosed;

        /**
         * What to wait for until something is there, on a socket or another stream that may wait long;
         * null where {@link #read} waits itself.
         */
        default @Nullable Awaitable socket() {
            return null;
        }

        @Override
        default void close() {}
    }

    /** What one read gives at most: a guest that wants more asks again. */
    static final int MAX_READ_BYTES = 1 << 20;

    private final Origin origin;
    private boolean failed;

    GuestInput(Origin origin) {
        this.origin = origin;
    }

    /** The bytes of a stream that never waits long. */
    static Origin origin(InputStream stream) {
        return length -> {
            byte[] bytes = new byte[length];
            try {
                return Arrays.copyOf(bytes, Math.max(0, stream.read(bytes)));
            } catch (IOException e) {
                throw FileError.of(e);
            }
        };
    }

    /** A stream of a file's bytes from {@code offset}; the file stays open as long as the stream. */
    static GuestInput of(SandboxedFile file, long offset) {
        SandboxedFile shared = file.share();
        return new GuestInput(
                new Origin() {
                    private long position = offset;

                    @Override
                    public byte[] read(int length) throws FileError {
                        byte[] bytes = shared.read(length, position);
                        position += bytes.length;
                        return bytes;
                    }

                    @Override
                    public void close() {
                        shared.close();
                    }
                });
    }

    /** A stream of what comes from the other end of a connection. */
    static GuestInput of(TcpInput input) {
        return new GuestInput(
                new Origin() {
                    @Override
                    public byte[] read(int length) throws NetworkError, StreamClosed {
                        byte[] bytes = input.read(length);
                        if (bytes == null) {
                            throw new StreamClosed();
                        }
                        return bytes;
                    }

                    @Override
                    public Awaitable socket() {
                        return input;
                    }

                    @Override
                    public void close() {
                        input.close();
                    }
                });
    }

    /** What to wait for before {@link #read} gives something; null where it waits itself. */
    @Nullable Awaitable socket() {
        return origin.socket();
    }

    /**
     * Reads, waiting for a first byte where this is no stream of a socket.
     *
     * @param length most bytes, unsigned
     * @throws StreamClosed at the end, and after a failure
     */
    byte[] read(long length) throws FileError, NetworkError, StreamClosed {
        if (failed) {
            throw new StreamClosed();
        }
        boolean isLong = length < 0 || length > MAX_READ_BYTES;
        boolean waits = origin.socket() == null;
        if (length == 0 && waits) {
            return new byte[0];
        }
        byte[] bytes;
        try {
            bytes = origin.read(isLong ? MAX_READ_BYTES : (int) length);
        } catch (FileError | NetworkError failure) {
            failed = true;
            throw failure;
        }
        if (bytes.length == 0 && waits) {
            throw new StreamClosed();
        }
        return bytes;
    }

    @Override
    public void close() {
        origin.close();
    }
}

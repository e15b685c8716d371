package dev.tamias.wasi;

import dev.tamias.engine.Rule;
import dev.tamias.wasi.sockets.Awaitable;
import dev.tamias.wasi.sockets.NetworkError;
import dev.tamias.wasi.sockets.TcpOutput;
import org.jspecify.annotations.Nullable;

/**
 * A stream that a guest writes (wasi:io/streams, {@code output-stream}). Nothing is buffered but what a
 * socket does not take at once.
 */
final class GuestOutput implements AutoCloseable {

    /** Where the bytes go. */
    interface Destination extends AutoCloseable {

        void write(byte[] bytes) throws FileError, NetworkError;

        /** How many bytes the next write may have. */
        default int permit() throws NetworkError, StreamClosed {
            return PERMIT_BYTES;
        }

        /** What to wait for until {@link #permit} is not 0; null where it never is. */
        default @Nullable Awaitable socket() {
            return null;
        }

        @Override
        default void close() {}
    }

    /** What {@code check-write} permits. */
    static final int PERMIT_BYTES = 1 << 20;

    /** What {@code blocking-write-and-flush} takes at most, as the interface says. */
    static final int BLOCKING_BYTES = 4096;

    private final Destination destination;
    private boolean failed;

    GuestOutput(Destination destination) {
        this.destination = destination;
    }

    /** A stream into a file from {@code offset}; the file stays open as long as the stream. */
    static GuestOutput at(SandboxedFile file, long offset) {
        SandboxedFile shared = file.share();
        return new GuestOutput(
                new Destination() {
                    private long position = offset;

                    @Override
                    public void write(byte[] bytes) throws FileError {
                        shared.write(bytes, position);
                        position += bytes.length;
                    }

                    @Override
                    public void close() {
                        shared.close();
                    }
                });
    }

    /** A stream that writes each time at what is the file's end then. */
    static GuestOutput append(SandboxedFile file) {
        SandboxedFile shared = file.share();
        return new GuestOutput(
                new Destination() {
                    @Override
                    public void write(byte[] bytes) throws FileError {
                        shared.write(bytes, shared.size());
                    }

                    @Override
                    public void close() {
                        shared.close();
                    }
                });
    }

    /** A stream to the other end of a connection. */
    static GuestOutput of(TcpOutput output) {
        return new GuestOutput(
                new Destination() {
                    @Override
                    public int permit() throws NetworkError, StreamClosed {
                        int permit = output.permit();
                        if (permit < 0) {
                            throw new StreamClosed();
                        }
                        return permit;
                    }

                    @Override
                    public void write(byte[] bytes) throws NetworkError {
                        output.write(bytes);
                    }

                    @Override
                    public Awaitable socket() {
                        return output;
                    }

                    @Override
                    public void close() {
                        output.close();
                    }
                });
    }

    /** What to wait for before {@link #permit} is not 0, or all is flushed; null where both are so. */
    @Nullable Awaitable socket() {
        return destination.socket();
    }

    /** How many bytes the next write may have; 0 where a socket has to take what was written first. */
    int permit() throws NetworkError, StreamClosed {
        if (failed) {
            throw new StreamClosed();
        }
        try {
            return destination.permit();
        } catch (NetworkError failure) {
            failed = true;
            throw failure;
        }
    }

    /**
     * Writes all of {@code bytes}.
     *
     * @param most what the interface allows; more than that, and than {@link #permit}, traps
     */
    void write(byte[] bytes, int most) throws FileError, NetworkError, StreamClosed {
        int permitted = Math.min(permit(), most);
        Rule.trapIf(
                bytes.length > permitted,
                "a write of " + bytes.length + " bytes where " + permitted + " are permitted");
        try {
            destination.write(bytes);
        } catch (FileError | NetworkError failure) {
            failed = true;
            throw failure;
        }
    }

    /** Writes zeros. */
    void writeZeros(long length, int most) throws FileError, NetworkError, StreamClosed {
        Rule.trapIf(
                length < 0 || length > most,
                "a write of more bytes than the " + most + " permitted");
        write(new byte[(int) length], most);
    }

    /** Flushing needs nothing but time, but a stream that has failed says so. */
    void flush() throws NetworkError, StreamClosed {
        permit();
    }

    @Override
    public void close() {
        destination.close();
    }
}

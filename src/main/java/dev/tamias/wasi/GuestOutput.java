package dev.tamias.wasi;

import dev.tamias.engine.Trap;

/** A stream that a guest writes (wasi:io/streams, {@code output-stream}). Nothing is buffered. */
final class GuestOutput implements AutoCloseable {

    /** Where the bytes go. */
    interface Destination extends AutoCloseable {

        void write(byte[] bytes) throws FileError;

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

    /** How many bytes the next write may have. */
    long permit() throws StreamClosed {
        if (failed) {
            throw new StreamClosed();
        }
        return PERMIT_BYTES;
    }

    /**
     * Writes all of {@code bytes}.
     *
     * @param most what the interface allows; more traps
     */
    void write(byte[] bytes, int most) throws FileError, StreamClosed {
        Trap.when(
                bytes.length > most,
                "a write of " + bytes.length + " bytes where " + most + " are permitted");
        permit();
        try {
            destination.write(bytes);
        } catch (FileError failure) {
            failed = true;
            throw failure;
        }
    }

    /** Writes zeros. */
    void writeZeros(long length, int most) throws FileError, StreamClosed {
        Trap.when(
                length < 0 || length > most,
                "a write of more bytes than the " + most + " permitted");
        write(new byte[(int) length], most);
    }

    /** There is nothing to flush, but a stream that has failed says so. */
    void flush() throws StreamClosed {
        permit();
    }

    @Override
    public void close() {
        destination.close();
    }
}

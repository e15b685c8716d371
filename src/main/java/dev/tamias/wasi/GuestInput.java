package dev.tamias.wasi;

/** A stream that a guest reads (wasi:io/streams, {@code input-stream}). */
final class GuestInput implements AutoCloseable {

    /** Where the bytes come from. */
    interface Origin extends AutoCloseable {

        /** At least one and at most {@code length} bytes; none at the end. */
        byte[] read(int length) throws FileError;

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

    /**
     * Reads, waiting for a first byte.
     *
     * @param length most bytes, unsigned
     * @throws StreamClosed at the end, and after a failure
     */
    byte[] read(long length) throws FileError, StreamClosed {
        if (failed) {
            throw new StreamClosed();
        }
        boolean isLong = length < 0 || length > MAX_READ_BYTES;
        if (length == 0) {
            return new byte[0];
        }
        byte[] bytes;
        try {
            bytes = origin.read(isLong ? MAX_READ_BYTES : (int) length);
        } catch (FileError failure) {
            failed = true;
            throw failure;
        }
        if (bytes.length == 0) {
            throw new StreamClosed();
        }
        return bytes;
    }

    @Override
    public void close() {
        origin.close();
    }
}

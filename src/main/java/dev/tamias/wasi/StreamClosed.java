package dev.tamias.wasi;

/** A stream takes or gives no more (wasi:io/streams, {@code stream-error.closed}). */
final class StreamClosed extends Exception {

    private static final long serialVersionUID = 1L;

    StreamClosed() {
        super("closed", null, false, false);
    }
}

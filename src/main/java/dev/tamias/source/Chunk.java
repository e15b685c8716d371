package dev.tamias.source;

/** Bytes that arrived together, and the time in milliseconds since 1970 at which they did. */
record Chunk(byte[] bytes, long time) {

    /** What an array and its place in a queue cost besides the bytes in it. */
    private static final int OVERHEAD = 64;

    static Chunk now(byte[] bytes) {
        return new Chunk(bytes, System.currentTimeMillis());
    }

    long cost() {
        return (long) bytes.length + OVERHEAD;
    }
}

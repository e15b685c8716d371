package dev.tamias.session;

import dev.tamias.host.ByteSourceHost;
import java.io.InputStream;

/**
 * A byte-source plugin as a stream. The plugin interface has no sign for the end, so a run of empty
 * answers is taken for it, as many as Chipmunk allows. What a plugin gives beyond what was asked for is
 * kept for the next read.
 */
public final class ByteSourceStream extends InputStream {

    /** Empty answers in a row that end the stream. */
    static final int EMPTY_READS = 20;

    private final ByteSourceHost host;
    private byte[] kept = new byte[0];
    private int next;

    public ByteSourceStream(ByteSourceHost host) {
        this.host = host;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (length == 0) {
            return 0;
        }
        for (int empty = 0; next == kept.length; empty++) {
            if (empty > EMPTY_READS) {
                return -1;
            }
            kept = host.read(length);
            next = 0;
        }
        int count = Math.min(length, kept.length - next);
        System.arraycopy(kept, next, target, from, count);
        next += count;
        return count;
    }

    @Override
    public void close() {
        host.close();
    }
}

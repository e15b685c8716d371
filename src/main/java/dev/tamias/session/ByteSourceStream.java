package dev.tamias.session;

import dev.tamias.host.ByteSourceHost;
import java.io.InputStream;

/**
 * A byte-source plugin as a stream, for {@link dev.tamias.source.BinaryByteSource}. The plugin interface
 * has no sign for the end, so a run of empty answers is taken for it. What a plugin gives beyond what was
 * asked for is kept for the next read. Its errors and traps come out as they are, naming plugin and byte.
 */
public final class ByteSourceStream extends InputStream {

    private final ByteSourceHost host;
    private final int emptyReads;
    private byte[] kept = new byte[0];
    private int next;
    private boolean ended;

    /** A stream that ends where Chipmunk gives up. */
    public ByteSourceStream(ByteSourceHost host) {
        this(host, ParsePolicy.DEFAULT);
    }

    /** A stream that ends behind {@link ParsePolicy#emptyReads} empty answers in a row and one more. */
    public ByteSourceStream(ByteSourceHost host, ParsePolicy policy) {
        this.host = host;
        this.emptyReads = policy.emptyReads();
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
            if (ended || empty > emptyReads) {
                ended = true;
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
    public int available() {
        return kept.length - next;
    }

    @Override
    public void close() {
        host.close();
    }
}

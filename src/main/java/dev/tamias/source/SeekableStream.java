package dev.tamias.source;

import java.io.IOException;
import java.io.InputStream;

/** A stream that can go on at any byte. */
abstract class SeekableStream extends InputStream {

    /** Reads on from {@code position}. */
    abstract void seek(long position) throws IOException;

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] target, int from, int length) throws IOException;
}

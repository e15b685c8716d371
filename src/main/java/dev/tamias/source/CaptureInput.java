package dev.tamias.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The bytes of a capture file, read block by block, with the offset of the current block. */
final class CaptureInput {

    /** More than any network's packet; a length above it is a damaged length. */
    private static final int LONGEST_BLOCK = 128 << 20;

    private final InputStream input;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long offset;
    private long blockOffset;

    CaptureInput(InputStream input) {
        this.input = input;
    }

    /** The order of the numbers from here on. */
    void order(ByteOrder order) {
        this.order = order;
    }

    /** Where in the file the current block begins. */
    long blockOffset() {
        return blockOffset;
    }

    /** Begins a block with its first {@code count} bytes; null at the end of the file. */
    @Nullable ByteBuffer begin(int count) throws IOException {
        blockOffset = offset;
        byte[] bytes = input.readNBytes(count);
        offset += bytes.length;
        return bytes.length == 0 ? null : ByteBuffer.wrap(whole(bytes, count)).order(order);
    }

    /** Reads {@code count} bytes, an unsigned number that the file gives. */
    ByteBuffer read(long count) throws IOException {
        return ByteBuffer.wrap(bytes(count)).order(order);
    }

    /** The same, not to be read as numbers. */
    byte[] bytes(long count) throws IOException {
        if (count < 0 || count > LONGEST_BLOCK) {
            throw new IOException("the capture is damaged: a block of " + count + " bytes");
        }
        byte[] bytes = input.readNBytes((int) count);
        offset += bytes.length;
        return whole(bytes, (int) count);
    }

    void skip(long count) throws IOException {
        try {
            input.skipNBytes(count);
        } catch (EOFException e) {
            throw cut(e);
        }
        offset += count;
    }

    private static byte[] whole(byte[] bytes, int count) throws EOFException {
        if (bytes.length < count) {
            throw cut(new EOFException());
        }
        return bytes;
    }

    private static EOFException cut(EOFException e) {
        EOFException named = new EOFException("the capture ends in the middle of a block");
        named.initCause(e);
        return named;
    }

    void close() throws IOException {
        input.close();
    }
}

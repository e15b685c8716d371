package dev.tamias.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A zstd archive's bytes, handed out block by block (RFC 8878, section 3.1). The decoder that reads
 * them takes a file that is cut inside its second frame for whole where it was given both at once, and
 * where a block is damaged it forgets the blocks before it that it was given with it.
 */
final class ZstdBlocks extends FilterInputStream {

    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int CHECKSUM = 4;

    private enum Next {
        FRAME,
        BLOCK,
        /** Not zstd: the decoder shall see it and say so. */
        REST
    }

    private final byte[] header = new byte[24];
    private int headerLength;
    private int headerTaken;
    private long left;
    private boolean checksum;
    private Next next = Next.FRAME;

    ZstdBlocks(InputStream archive) {
        super(archive);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && headerTaken == headerLength) {
            readHeader();
        }
        if (headerTaken < headerLength) {
            int count = Math.min(length, headerLength - headerTaken);
            System.arraycopy(header, headerTaken, target, from, count);
            headerTaken += count;
            return count;
        }
        int count = in.read(target, from, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }

    private void readHeader() throws IOException {
        headerLength = 0;
        headerTaken = 0;
        switch (next) {
            case FRAME -> readFrameHeader();
            case BLOCK -> readBlockHeader();
            case REST -> left = Long.MAX_VALUE;
        }
        if (headerLength == 0 && left == 0) {
            // The end: reading on says so.
            left = 1;
        }
    }

    private void readFrameHeader() throws IOException {
        if (!take(4)) {
            return;
        }
        int magic = number(0, 4);
        if ((magic & 0xfffffff0) == SKIPPABLE) {
            left = take(4) ? Integer.toUnsignedLong(number(4, 4)) : 0;
        } else if (magic == MAGIC) {
            if (take(1)) {
                int descriptor = header[4] & 0xff;
                checksum = (descriptor & 4) != 0;
                next = take(fields(descriptor)) ? Next.BLOCK : Next.FRAME;
            }
        } else {
            next = Next.REST;
        }
    }

    /** How many bytes of window, dictionary and content size follow a frame's descriptor. */
    private static int fields(int descriptor) {
        boolean single = (descriptor & 0x20) != 0;
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
        int size = new int[] {single ? 1 : 0, 2, 4, 8}[descriptor >> 6];
        return (single ? 0 : 1) + dictionary + size;
    }

    private void readBlockHeader() throws IOException {
        if (!take(3)) {
            return;
        }
        int block = number(0, 3);
        int type = block >> 1 & 3;
        if (type == 3) {
            next = Next.REST;
            return;
        }
        boolean last = (block & 1) != 0;
        // A run of one byte is that byte.
        left = type == 1 ? 1 : block >> 3;
        left += last && checksum ? CHECKSUM : 0;
        next = last ? Next.FRAME : Next.BLOCK;
    }

    private boolean take(int count) throws IOException {
        int read = in.readNBytes(header, headerLength, count);
        headerLength += read;
        return read == count;
    }

    private int number(int from, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (header[from + i] & 0xff) << 8 * i;
        }
        return value;
    }

    /** Nothing beyond what was asked for: the decoder reads on only when it has given all it has. */
    @Override
    public int available() {
        return 0;
    }
}

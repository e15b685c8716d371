package dev.tamias.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A pcap file: a header with the link type, then frames with seconds and a part of one. */
final class PcapReader implements CaptureReader {

    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;

    private final CaptureInput input;
    private final int perMillisecond;
    private final int linkType;

    /** Reads the rest of the header, the magic number being read. */
    PcapReader(CaptureInput input, boolean nanoseconds) throws IOException {
        this.input = input;
        this.perMillisecond = nanoseconds ? 1_000_000 : 1_000;
        // The upper half says whether frames end in a check sum; an IP packet knows its own end.
        this.linkType = input.read(20).getInt(16) & 0xffff;
    }

    /** The order in which a file with this magic number, read big-endian, has its numbers. */
    static @Nullable ByteOrder order(int magic) {
        if (magic == MICROSECONDS || magic == NANOSECONDS) {
            return ByteOrder.BIG_ENDIAN;
        }
        int reversed = Integer.reverseBytes(magic);
        return reversed == MICROSECONDS || reversed == NANOSECONDS ? ByteOrder.LITTLE_ENDIAN : null;
    }

    static boolean nanoseconds(int magic) {
        return magic == NANOSECONDS || Integer.reverseBytes(magic) == NANOSECONDS;
    }

    @Override
    public @Nullable CapturedFrame next() throws IOException {
        ByteBuffer header = input.begin(16);
        if (header == null) {
            return null;
        }
        long seconds = Integer.toUnsignedLong(header.getInt(0));
        long fraction = Integer.toUnsignedLong(header.getInt(4));
        byte[] frame = input.bytes(Integer.toUnsignedLong(header.getInt(8)));
        return new CapturedFrame(
                linkType,
                new ByteSpan(frame, 0, frame.length),
                seconds * 1000 + fraction / perMillisecond);
    }
}

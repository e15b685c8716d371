package dev.tamias.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The frames of a capture file, in the order in which they lie there. */
interface CaptureReader {

    /** How many bytes tell whether a file is a capture. */
    int HEAD = 12;

    /** The next frame, or null at the end of the file. */
    @Nullable CapturedFrame next() throws IOException;

    /** Whether a file that starts so is a pcap or pcapng file. */
    static boolean begins(byte[] head, int from, int length) {
        if (length < HEAD) {
            return false;
        }
        ByteBuffer start = ByteBuffer.wrap(head, from, length).slice();
        if (start.getInt(0) == PcapngReader.SECTION) {
            return PcapngReader.order(start.getInt(8)) != null;
        }
        return PcapReader.order(start.getInt(0)) != null;
    }

    /** A reader for what the file's first four bytes say. */
    static CaptureReader open(CaptureInput input) throws IOException {
        input.order(ByteOrder.BIG_ENDIAN);
        ByteBuffer magic = input.begin(4);
        if (magic == null) {
            throw new IOException("it is empty, not a pcap or pcapng file");
        }
        int first = magic.getInt();
        if (first == PcapngReader.SECTION) {
            return new PcapngReader(input);
        }
        ByteOrder order = PcapReader.order(first);
        if (order == null) {
            throw new IOException("it is not a pcap or pcapng file");
        }
        input.order(order);
        return new PcapReader(input, PcapReader.nanoseconds(first));
    }
}

package dev.tamias.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pcapng file: sections, each with a byte order and interfaces of its own, made of blocks. Blocks
 * that carry no frame are skipped. A section's length is not needed, so it may be unknown.
 */
final class PcapngReader implements CaptureReader {

    /** The type of a section header, the same in both byte orders. */
    static final int SECTION = 0x0a0d0d0a;

    private static final int BYTE_ORDER = 0x1a2b3c4d;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    private static final int MOST_INTERFACES = 1 << 16;

    /** A block's type and its length, at its front and at its end. */
    private static final int FRAMING = 12;

    private final CaptureInput input;
    private final List<CaptureInterface> interfaces = new ArrayList<>();

    /** Reads the first section's header, whose type is read. */
    PcapngReader(CaptureInput input) throws IOException {
        this.input = input;
        input.order(ByteOrder.BIG_ENDIAN);
        section(input.read(4).getInt());
    }

    /** The order in which a section has its numbers, by its mark read big-endian. */
    static @Nullable ByteOrder order(int mark) {
        if (mark == BYTE_ORDER) {
            return ByteOrder.BIG_ENDIAN;
        }
        return Integer.reverseBytes(mark) == BYTE_ORDER ? ByteOrder.LITTLE_ENDIAN : null;
    }

    @Override
    public @Nullable CapturedFrame next() throws IOException {
        while (true) {
            ByteBuffer header = input.begin(8);
            if (header == null) {
                return null;
            }
            int type = header.getInt(0);
            if (type == SECTION) {
                section(header.order(ByteOrder.BIG_ENDIAN).getInt(4));
                continue;
            }
            CapturedFrame frame = block(type, body(header.getInt(4)));
            if (frame != null) {
                return frame;
            }
        }
    }

    /** Begins a section; its length was read big-endian, before its order was known. */
    private void section(int length) throws IOException {
        input.order(ByteOrder.BIG_ENDIAN);
        ByteOrder order = order(input.read(4).getInt());
        if (order == null) {
            throw damaged("a section without a byte order");
        }
        input.order(order);
        interfaces.clear();
        long body = body(order == ByteOrder.BIG_ENDIAN ? length : Integer.reverseBytes(length));
        if (body < 4) {
            throw damaged("a section header of " + body + " bytes");
        }
        input.skip(body - 4);
        checkEnd(body);
    }

    /** How many bytes lie between a block's two lengths. */
    private long body(int length) throws IOException {
        long whole = Integer.toUnsignedLong(length);
        if (whole < FRAMING || whole % 4 != 0) {
            throw damaged("a block of " + whole + " bytes");
        }
        return whole - FRAMING;
    }

    private void checkEnd(long body) throws IOException {
        long again = Integer.toUnsignedLong(input.read(4).getInt());
        if (again != body + FRAMING) {
            throw damaged("a block of " + (body + FRAMING) + " bytes that ends as one of " + again);
        }
    }

    private @Nullable CapturedFrame block(int type, long length) throws IOException {
        switch (type) {
            case INTERFACE, OBSOLETE_PACKET, SIMPLE_PACKET, ENHANCED_PACKET -> {
                ByteBuffer body = input.read(length);
                CapturedFrame frame = frame(type, body);
                checkEnd(length);
                return frame;
            }
            default -> {
                input.skip(length);
                checkEnd(length);
                return null;
            }
        }
    }

    private @Nullable CapturedFrame frame(int type, ByteBuffer body) throws IOException {
        int header = type == SIMPLE_PACKET ? 4 : type == INTERFACE ? 8 : 20;
        if (body.capacity() < header) {
            throw damaged("a block with " + body.capacity() + " of its first " + header + " bytes");
        }
        if (type == INTERFACE) {
            if (interfaces.size() == MOST_INTERFACES) {
                throw damaged("a section of more than " + MOST_INTERFACES + " interfaces");
            }
            interfaces.add(CaptureInterface.of(body));
            return null;
        }
        if (type == SIMPLE_PACKET) {
            return simple(body);
        }
        int number = type == ENHANCED_PACKET ? body.getInt(0) : body.getShort(0) & 0xffff;
        long ticks = (long) body.getInt(4) << 32 | Integer.toUnsignedLong(body.getInt(8));
        int length = body.getInt(12);
        if (length < 0 || length > body.capacity() - header) {
            throw damaged(
                    "a packet of "
                            + Integer.toUnsignedString(length)
                            + " bytes in a block of "
                            + (body.capacity() + FRAMING));
        }
        CaptureInterface from = at(number);
        return new CapturedFrame(
                from.linkType(), span(body, header, length), from.milliseconds(ticks));
    }

    /** A packet of the first interface without a time, as long as it was or as the snap length. */
    private CapturedFrame simple(ByteBuffer body) {
        CaptureInterface first = at(0);
        long length =
                Math.min(
                        body.capacity() - 4,
                        Math.min(Integer.toUnsignedLong(body.getInt(0)), first.snapLength()));
        return new CapturedFrame(first.linkType(), span(body, 4, (int) length), null);
    }

    private static ByteSpan span(ByteBuffer body, int from, int length) {
        return new ByteSpan(body.array(), body.arrayOffset() + from, length);
    }

    private CaptureInterface at(int number) {
        return number >= 0 && number < interfaces.size()
                ? interfaces.get(number)
                : CaptureInterface.UNKNOWN;
    }

    private static IOException damaged(String what) {
        return new IOException("the capture is damaged: " + what);
    }
}

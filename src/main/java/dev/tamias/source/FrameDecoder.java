package dev.tamias.source;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a captured frame carries: through the link layer, IPv4 or IPv6, to the content of UDP, TCP
 * and ICMP. Lengths are those of the IP header, so that padding behind a short packet is none of its
 * content. Fragments are put together; the last of them gives the payload.
 */
final class FrameDecoder {

    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;
    private static final int MOBILITY = 135;

    /** What an IP header is followed by, and which protocol that is. */
    record Content(int protocol, ByteSpan bytes) {}

    private final Fragments fragments = new Fragments();
    private long unknown;

    /** The frame's payload; null where it has none that is known, or waits for other fragments. */
    @Nullable Payload payload(CapturedFrame frame) {
        long waiting = fragments.frames();
        Payload payload = null;
        try {
            ByteSpan ip = LinkLayer.ip(frame.linkType(), frame.bytes());
            payload = ip == null ? null : network(ip);
        } catch (IndexOutOfBoundsException e) {
            // A header that is cut, or lies about its lengths.
        }
        if (payload == null && fragments.frames() == waiting) {
            unknown++;
        }
        return payload;
    }

    /** How many frames have given no payload. */
    long skipped() {
        return unknown + fragments.frames();
    }

    private @Nullable Payload network(ByteSpan ip) {
        return switch (ip.u8(0) >> 4) {
            case 4 -> version4(ip);
            case 6 -> version6(ip);
            default -> null;
        };
    }

    private @Nullable Payload version4(ByteSpan ip) {
        int header = (ip.u8(0) & 15) * 4;
        // Zero is left for the network card to fill in, in what a host sends itself.
        int total = ip.u16(2) == 0 ? ip.length() : ip.u16(2);
        boolean cut = total > ip.length();
        ByteSpan content = ip.part(Math.max(20, header), Math.min(total, ip.length()));
        int flags = ip.u16(6);
        int protocol = ip.u8(9);
        if ((flags & 0x3fff) == 0) {
            return transport(protocol, content, cut);
        }
        Fragments.Key key = key(ip.part(12, 20), protocol, ip.u16(4));
        boolean last = (flags & 0x2000) == 0;
        return joined(key, protocol, (flags & 0x1fff) * 8, last, content, cut);
    }

    private @Nullable Payload version6(ByteSpan ip) {
        int length = ip.u16(4) == 0 ? ip.length() - 40 : ip.u16(4);
        boolean cut = length > ip.length() - 40;
        ByteSpan rest = ip.part(40, 40 + Math.min(length, ip.length() - 40));
        Content content = behindExtensions(new Content(ip.u8(6), rest));
        if (content.protocol() != FRAGMENT) {
            return transport(content.protocol(), content.bytes(), cut);
        }
        ByteSpan part = content.bytes();
        int place = part.u16(2);
        Fragments.Key key = key(ip.part(8, 40), FRAGMENT, part.u32(4));
        return joined(key, part.u8(0), place & 0xfff8, (place & 1) == 0, part.after(8), cut);
    }

    private static Content behindExtensions(Content content) {
        int next = content.protocol();
        ByteSpan rest = content.bytes();
        while (isExtension(next)) {
            int header = extension(next, rest);
            next = rest.u8(0);
            rest = rest.after(header);
        }
        return new Content(next, rest);
    }

    private static boolean isExtension(int header) {
        return switch (header) {
            case HOP_BY_HOP, ROUTING, AUTHENTICATION, DESTINATION, MOBILITY -> true;
            default -> false;
        };
    }

    private static int extension(int kind, ByteSpan header) {
        return kind == AUTHENTICATION ? (header.u8(1) + 2) * 4 : (header.u8(1) + 1) * 8;
    }

    private static Fragments.Key key(ByteSpan addresses, int protocol, long id) {
        byte[] copy =
                Arrays.copyOfRange(
                        addresses.bytes(), addresses.from(), addresses.from() + addresses.length());
        return new Fragments.Key(ByteBuffer.wrap(copy), protocol, id);
    }

    private @Nullable Payload joined(
            Fragments.Key key,
            int protocol,
            int offset,
            boolean last,
            ByteSpan content,
            boolean cut) {
        if (cut) {
            return null;
        }
        Content whole = fragments.add(key, protocol, offset, last, content);
        if (whole == null) {
            return null;
        }
        // What was in fragments may begin with extension headers again.
        Content inner = behindExtensions(whole);
        return transport(inner.protocol(), inner.bytes(), false);
    }

    private static @Nullable Payload transport(int protocol, ByteSpan content, boolean cut) {
        return switch (protocol) {
            case UDP -> udp(content, cut);
            case TCP -> {
                int header = (content.u8(12) >> 4) * 4;
                yield payload(Transport.TCP, content, content.after(Math.max(20, header)), cut);
            }
            case ICMP, ICMPV6 -> payload(Transport.ICMP, content, content.after(8), cut);
            default -> null;
        };
    }

    private static Payload udp(ByteSpan content, boolean cut) {
        int length = content.u16(4) == 0 ? content.length() : content.u16(4);
        ByteSpan data = content.part(8, Math.min(length, content.length()));
        return payload(Transport.UDP, content, data, cut || length > content.length());
    }

    private static Payload payload(
            Transport transport, ByteSpan header, ByteSpan data, boolean cut) {
        boolean ports = transport != Transport.ICMP;
        return new Payload(
                transport,
                ports ? header.u16(0) : -1,
                ports ? header.u16(2) : -1,
                data.bytes(),
                data.from(),
                data.length(),
                cut);
    }
}

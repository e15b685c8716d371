package dev.tamias.source;

import org.jspecify.annotations.Nullable;

/** What lies around an IP packet, by the capture's link type. */
final class LinkLayer {

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_BSD = 12;
    private static final int RAW_OPENBSD = 14;
    private static final int RAW = 101;
    private static final int LOOP = 108;
    private static final int LINUX_COOKED = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_COOKED_2 = 276;

    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86dd;

    /** Below this, an Ethernet type is a length, and what follows is an LLC header. */
    private static final int SMALLEST_TYPE = 0x600;

    private LinkLayer() {}

    /** The frame from its IP header on, padding included; null where it carries none. */
    static @Nullable ByteSpan ip(int linkType, ByteSpan frame) {
        return switch (linkType) {
            case ETHERNET -> typed(frame.u16(12), frame.after(14));
            case LINUX_COOKED -> typed(frame.u16(14), frame.after(16));
            case LINUX_COOKED_2 -> typed(frame.u16(0), frame.after(20));
            case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> frame;
            case NULL, LOOP -> family(frame.u32(0)) ? frame.after(4) : null;
            default -> null;
        };
    }

    private static @Nullable ByteSpan typed(int type, ByteSpan rest) {
        if (type == TYPE_IPV4 || type == TYPE_IPV6) {
            return rest;
        }
        if (isTag(type)) {
            return typed(rest.u16(2), rest.after(4));
        }
        return type < SMALLEST_TYPE && isSnap(rest) ? typed(rest.u16(6), rest.after(8)) : null;
    }

    /** IEEE 802.1Q, 802.1ad, and the two that came before it. */
    private static boolean isTag(int type) {
        return type == 0x8100 || type == 0x88a8 || type == 0x9100 || type == 0x9200;
    }

    private static boolean isSnap(ByteSpan llc) {
        return llc.u32(0) == 0xaaaa0300L && llc.u16(4) == 0;
    }

    /** IPv4, and IPv6 as Linux, Windows, the BSDs and macOS number it, in the order of any writer. */
    private static boolean family(long value) {
        int number = (int) value;
        return switch (value > 0xffff ? Integer.reverseBytes(number) : number) {
            case 2, 10, 23, 24, 28, 30 -> true;
            default -> false;
        };
    }
}

package dev.tamias.component.abi;

import dev.tamias.engine.Trap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether bytes are text in a Unicode encoding form: strings that are passed on in the encoding that
 * they have are not decoded.
 */
final class WellFormed {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** In eight bytes at once: those that are not ASCII. */
    private static final long NOT_ASCII = 0x8080808080808080L;

    /** The least code points that are encoded in one byte more, two more, three more. */
    private static final int[] LEAST = {0, 0x80, 0x800, 0x10000};

    private WellFormed() {}

    /** Traps where the bytes are not text. */
    static void require(SimpleEncoding encoding, byte[] bytes, int length) {
        boolean good =
                switch (encoding) {
                    case UTF8 -> utf8(bytes, 0, length);
                    case UTF16 -> utf16(bytes, length);
                    case LATIN1 -> true;
                };
        if (!good) {
            throw new Trap("invalid " + encoding.charset() + " in a string");
        }
    }

    /** Traps where {@code bytes[from, to)} are not UTF-8. */
    static void requireUtf8(byte[] bytes, int from, int to) {
        if (!utf8(bytes, from, to)) {
            throw new Trap("invalid " + SimpleEncoding.UTF8.charset() + " in a string");
        }
    }

    private static boolean utf8(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            } else {
                int more = bytes[i] >= 0 ? 0 : sequence(bytes, i, to);
                if (more < 0) {
                    return false;
                }
                i += 1 + more;
            }
        }
        return true;
    }

    /** How many bytes follow the first of a sequence; less than none where it is no sequence. */
    private static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        if (lead < 0xc2 || lead > 0xf4 || at + more >= to) {
            return -1;
        }
        int codePoint = lead & 0x3f >> more;
        for (int i = 1; i <= more; i++) {
            int next = bytes[at + i];
            if ((next & 0xc0) != 0x80) {
                return -1;
            }
            codePoint = codePoint << 6 | next & 0x3f;
        }
        boolean good =
                codePoint >= LEAST[more]
                        && codePoint <= Character.MAX_CODE_POINT
                        && (codePoint >>> 11) != Character.MIN_SURROGATE >>> 11;
        return good ? more : -1;
    }

    private static boolean utf16(byte[] bytes, int length) {
        for (int i = 0; i < length; i += 2) {
            int kind = bytes[i + 1] & 0xfc;
            if (kind == 0xd8 && i + 3 < length && (bytes[i + 3] & 0xfc) == 0xdc) {
                i += 2;
            } else if (kind == 0xd8 || kind == 0xdc) {
                return false;
            }
        }
        return true;
    }

    /** How many of the bytes are whole code points, where {@code length} cuts text anywhere. */
    static int whole(SimpleEncoding encoding, byte[] bytes, int length) {
        int end = length;
        if (encoding == SimpleEncoding.UTF8) {
            int least = Math.max(1, length - 3);
            while (end > least && (bytes[end - 1] & 0xc0) == 0x80) {
                end--;
            }
            return bytes[end - 1] < 0 ? end - 1 : length;
        }
        boolean cut = encoding == SimpleEncoding.UTF16 && (bytes[end - 1] & 0xfc) == 0xd8;
        return cut ? length - 2 : length;
    }
}

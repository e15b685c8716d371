package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Trap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strings in a guest's memory (CanonicalABI.md, {@code load_string_from_range} and {@code
 * store_string_into_range}).
 */
final class Strings {

    static final int MAX_STRING_BYTE_LENGTH = (1 << 28) - 1;

    /** In a length, says that a {@code latin1+utf16} string is UTF-16. */
    static final int UTF16_TAG = 1 << 31;

    private Strings() {}

    /** Reads a string. A charset that has replacement characters in its result is asked twice. */
    static String load(LiftLower cx, int ptr, int taggedCodeUnits) {
        StringEncoding encoding = cx.encoding();
        if (encoding == StringEncoding.UTF8) {
            return decode(
                    cx, ptr, Integer.toUnsignedLong(taggedCodeUnits), 1, StandardCharsets.UTF_8);
        }
        if (encoding == StringEncoding.UTF16) {
            long byteLength = 2 * Integer.toUnsignedLong(taggedCodeUnits);
            return decode(cx, ptr, byteLength, 2, StandardCharsets.UTF_16LE);
        }
        if ((taggedCodeUnits & UTF16_TAG) != 0) {
            long byteLength = 2 * Integer.toUnsignedLong(taggedCodeUnits ^ UTF16_TAG);
            return decode(cx, ptr, byteLength, 2, StandardCharsets.UTF_16LE);
        }
        return decode(cx, ptr, taggedCodeUnits, 2, StandardCharsets.ISO_8859_1);
    }

    private static String decode(
            LiftLower cx, int ptr, long byteLength, int alignment, Charset charset) {
        Trap.when(byteLength > MAX_STRING_BYTE_LENGTH, "string too long");
        cx.requireRange(ptr, byteLength, alignment, "string");
        cx.budget().charge(byteLength);
        if (byteLength == 0) {
            return "";
        }
        int length = (int) byteLength;
        CoreMemory memory = cx.memory();
        String decoded = memory.readString(ptr, length, charset);
        // A decoder puts U+FFFD for what is malformed. Only where there is one can the bytes be
        // wrong,
        // and they are exactly where encoding does not give them back.
        if (decoded.indexOf('\uFFFD') >= 0) {
            byte[] bytes = memory.readBytes(ptr, length);
            Trap.when(
                    !Arrays.equals(decoded.getBytes(charset), bytes),
                    "invalid " + charset + " in a string");
        }
        return decoded;
    }

    /** Writes a string to newly allocated memory; gives the address in the low, the tagged length in the high half. */
    static long store(LiftLower cx, String v) {
        StringEncoding encoding = cx.encoding();
        if (encoding == StringEncoding.UTF8) {
            byte[] bytes = v.getBytes(StandardCharsets.UTF_8);
            return pack(copy(cx, bytes, 1), bytes.length);
        }
        if (encoding == StringEncoding.LATIN1_UTF16 && isLatin1(v)) {
            byte[] bytes = v.getBytes(StandardCharsets.ISO_8859_1);
            return pack(copy(cx, bytes, 2), bytes.length);
        }
        byte[] bytes = v.getBytes(StandardCharsets.UTF_16LE);
        int tag = encoding == StringEncoding.LATIN1_UTF16 ? UTF16_TAG : 0;
        return pack(copy(cx, bytes, 2), bytes.length / 2 | tag);
    }

    /** {@code store_string_copy}: the host knows the final length, so one allocation is enough. */
    private static int copy(LiftLower cx, byte[] bytes, int alignment) {
        if (bytes.length > MAX_STRING_BYTE_LENGTH) {
            throw new IllegalArgumentException("the string takes " + bytes.length + " bytes");
        }
        int ptr = cx.allocate(alignment, bytes.length);
        cx.memory().writeBytes(ptr, bytes, 0, bytes.length);
        return ptr;
    }

    private static boolean isLatin1(String v) {
        for (int i = 0; i < v.length(); i++) {
            if (v.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    static long pack(int ptr, int length) {
        return ptr & 0xffffffffL | (long) length << 32;
    }
}

package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Rule;
import java.nio.charset.StandardCharsets;

/**
 * Strings between a guest's memory and the host (CanonicalABI.md, {@code load_string_from_range} and
 * {@code store_string_into_range}). A string of the host is as if it were in the guest's encoding
 * already; what Java allows in one and Unicode does not, a surrogate without its other half, becomes
 * U+FFFD.
 */
final class Strings {

    static final int MAX_STRING_BYTE_LENGTH = (1 << 28) - 1;

    private Strings() {}

    /** Reads a string. */
    static String load(LiftLower cx, int ptr, int taggedCodeUnits) {
        int byteLength = requireRange(cx, ptr, taggedCodeUnits);
        cx.budget().charge(byteLength);
        return decode(
                cx.memory(), ptr, byteLength, SimpleEncoding.of(cx.encoding(), taggedCodeUnits));
    }

    /** Tells a string of a guest whose encoding is UTF-8 where it lies, once it is known to be text. */
    static void visitUtf8(LiftLower cx, int ptr, int length, ValVisitor visitor) {
        int byteLength = requireRange(cx, ptr, length);
        cx.budget().charge(byteLength);
        CoreMemory memory = cx.memory();
        byte[] array = memory.array(ptr, byteLength);
        int from = memory.arrayOffset(ptr);
        WellFormed.requireUtf8(array, from, from + byteLength);
        visitor.utf8(array, from, from + byteLength);
    }

    /** Traps unless a string can lie there; gives its length in bytes. */
    static int requireRange(LiftLower cx, int ptr, int taggedCodeUnits) {
        StringEncoding encoding = cx.encoding();
        long byteLength =
                SimpleEncoding.codeUnits(encoding, taggedCodeUnits)
                        * SimpleEncoding.of(encoding, taggedCodeUnits).codeUnitSize();
        Rule.trapIf(byteLength > MAX_STRING_BYTE_LENGTH, "string too long");
        cx.requireRange(ptr, byteLength, SimpleEncoding.alignment(encoding), "string");
        return (int) byteLength;
    }

    /** The string in a valid range; traps where the bytes are not text. */
    static String decode(CoreMemory memory, int ptr, int byteLength, SimpleEncoding encoding) {
        if (byteLength == 0) {
            return "";
        }
        if (encoding == SimpleEncoding.UTF16) {
            byte[] bytes = memory.readBytes(ptr, byteLength);
            WellFormed.require(encoding, bytes, byteLength);
            return Utf16.decode(bytes);
        }
        String decoded = memory.readString(ptr, byteLength, encoding.charset());
        // A decoder puts U+FFFD for what is malformed: only where there is one can the bytes be
        // wrong.
        if (decoded.indexOf('\uFFFD') >= 0) {
            WellFormed.require(encoding, memory.readBytes(ptr, byteLength), byteLength);
        }
        return decoded;
    }

    /** Writes a string to newly allocated memory; gives the address in the low, the tagged length in the high half. */
    static long store(LiftLower cx, String v) {
        StringEncoding encoding = cx.encoding();
        if (encoding == StringEncoding.UTF8) {
            byte[] bytes = utf8(v);
            return pack(copy(cx, bytes, 1), bytes.length);
        }
        if (encoding == StringEncoding.LATIN1_UTF16 && narrow(v) == v.length()) {
            byte[] bytes = v.getBytes(StandardCharsets.ISO_8859_1);
            return pack(copy(cx, bytes, 2), bytes.length);
        }
        byte[] bytes = Utf16.encode(wellFormed(v));
        int tag = encoding == StringEncoding.LATIN1_UTF16 ? SimpleEncoding.UTF16_TAG : 0;
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

    private static byte[] utf8(String v) {
        byte[] bytes = v.getBytes(StandardCharsets.UTF_8);
        // The encoder puts one '?' for a lone surrogate, and more than one byte for whatever else
        // is
        // not ASCII.
        boolean ascii =
                bytes.length == v.length()
                        && v.equals(new String(bytes, StandardCharsets.ISO_8859_1));
        return ascii || !hasLoneSurrogate(v)
                ? bytes
                : wellFormed(v).getBytes(StandardCharsets.UTF_8);
    }

    private static String wellFormed(String v) {
        return hasLoneSurrogate(v)
                ? new String(v.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE)
                : v;
    }

    private static boolean hasLoneSurrogate(String v) {
        for (int i = 0; i < v.length(); i++) {
            char c = v.charAt(i);
            if (Character.isSurrogate(c)) {
                i++;
                if (i == v.length() || !Character.isSurrogatePair(c, v.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many characters at the start are Latin-1. */
    static int narrow(String v) {
        int i = 0;
        while (i < v.length() && v.charAt(i) <= 0xff) {
            i++;
        }
        return i;
    }

    static long pack(int ptr, int length) {
        return ptr & 0xffffffffL | (long) length << 32;
    }
}

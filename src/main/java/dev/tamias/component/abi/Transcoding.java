package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.CoreMemory;
import java.nio.charset.StandardCharsets;

/**
 * Strings from one guest to another (CanonicalABI.md, {@code store_string_into_range} and what it
 * calls): copied where both have one encoding, else decoded and encoded. The receiving guest sees the
 * same calls of its realloc, with the same bytes in its memory at each, as the specification makes.
 */
final class Transcoding {

    /** Most bytes that are held at a time of a string that is copied. */
    private static final int BLOCK_BYTES = 1 << 16;

    private Transcoding() {}

    /** Gives the address in the low, the tagged length in the high half. */
    static long transfer(LiftLower from, int ptr, int taggedCodeUnits, LiftLower to) {
        SimpleEncoding src = SimpleEncoding.of(from.encoding(), taggedCodeUnits);
        int byteLength = Strings.requireRange(from, ptr, taggedCodeUnits);
        int codeUnits = byteLength / src.codeUnitSize();
        if (src == copied(to.encoding())) {
            return Strings.pack(storeStringCopy(from, ptr, byteLength, src, to), codeUnits);
        }
        from.budget().requireWithin(byteLength);
        String v = Strings.decode(from.memory(), ptr, byteLength, src);
        if (to.encoding() == StringEncoding.UTF8) {
            long worst = (src == SimpleEncoding.UTF16 ? 3L : 2L) * codeUnits;
            return storeStringToUtf8(to, v, codeUnits, worst);
        }
        if (to.encoding() == StringEncoding.UTF16) {
            return storeToUtf16(to, v, codeUnits);
        }
        return from.encoding() == StringEncoding.LATIN1_UTF16
                ? storeProbablyUtf16ToLatin1OrUtf16(to, v, codeUnits)
                : storeStringToLatin1OrUtf16(to, v, codeUnits);
    }

    /** The encoding that a guest with that option takes as it is. */
    private static SimpleEncoding copied(StringEncoding to) {
        return switch (to) {
            case UTF8 -> SimpleEncoding.UTF8;
            case UTF16 -> SimpleEncoding.UTF16;
            case LATIN1_UTF16 -> SimpleEncoding.LATIN1;
        };
    }

    private static int storeStringCopy(
            LiftLower from, int src, int byteLength, SimpleEncoding encoding, LiftLower to) {
        int ptr = to.allocate(SimpleEncoding.alignment(to.encoding()), byteLength);
        int done = 0;
        while (done < byteLength) {
            int most = Math.min(BLOCK_BYTES, byteLength - done);
            byte[] block = from.memory().readBytes(src + done, most);
            boolean last = done + most == byteLength;
            int count = last ? most : WellFormed.whole(encoding, block, most);
            WellFormed.require(encoding, block, count);
            to.memory().writeBytes(ptr + done, block, 0, count);
            done += count;
        }
        return ptr;
    }

    private static long storeStringToUtf8(LiftLower to, String v, int codeUnits, long worst) {
        int ptr = to.allocate(1, codeUnits);
        byte[] encoded = v.getBytes(StandardCharsets.UTF_8);
        int ascii = 0;
        while (ascii < encoded.length && encoded[ascii] >= 0) {
            ascii++;
        }
        to.memory().writeBytes(ptr, encoded, 0, ascii);
        if (ascii < encoded.length) {
            ptr = to.reallocate(ptr, codeUnits, 1, worst);
            to.memory().writeBytes(ptr + ascii, encoded, ascii, encoded.length - ascii);
            ptr = shrink(to, ptr, worst, 1, encoded.length);
        }
        return Strings.pack(ptr, encoded.length);
    }

    /** {@code store_utf8_to_utf16}, and from Latin-1, where nothing is ever left over. */
    private static long storeToUtf16(LiftLower to, String v, int codeUnits) {
        long worst = 2L * codeUnits;
        int ptr = to.allocate(2, worst);
        byte[] encoded = Utf16.encode(v);
        to.memory().writeBytes(ptr, encoded, 0, encoded.length);
        ptr = shrink(to, ptr, worst, 2, encoded.length);
        return Strings.pack(ptr, encoded.length / 2);
    }

    private static long storeStringToLatin1OrUtf16(LiftLower to, String v, int codeUnits) {
        CoreMemory memory = to.memory();
        int ptr = to.allocate(2, codeUnits);
        int narrow = Strings.narrow(v);
        byte[] latin1 = v.substring(0, narrow).getBytes(StandardCharsets.ISO_8859_1);
        memory.writeBytes(ptr, latin1, 0, narrow);
        if (narrow == v.length()) {
            return Strings.pack(shrink(to, ptr, codeUnits, 2, narrow), narrow);
        }
        long worst = 2L * codeUnits;
        ptr = to.reallocate(ptr, codeUnits, 2, worst);
        // What was written before is taken from where the guest has moved it.
        byte[] moved = memory.readBytes(ptr, narrow);
        byte[] widened = Utf16.encode(new String(moved, StandardCharsets.ISO_8859_1));
        memory.writeBytes(ptr, widened, 0, widened.length);
        byte[] encoded = Utf16.encode(v);
        int done = widened.length;
        memory.writeBytes(ptr + done, encoded, done, encoded.length - done);
        ptr = shrink(to, ptr, worst, 2, encoded.length);
        return Strings.pack(ptr, encoded.length / 2 | SimpleEncoding.UTF16_TAG);
    }

    private static long storeProbablyUtf16ToLatin1OrUtf16(LiftLower to, String v, int codeUnits) {
        CoreMemory memory = to.memory();
        byte[] encoded = Utf16.encode(v);
        int ptr = to.allocate(2, encoded.length);
        memory.writeBytes(ptr, encoded, 0, encoded.length);
        if (Strings.narrow(v) < v.length()) {
            return Strings.pack(ptr, codeUnits | SimpleEncoding.UTF16_TAG);
        }
        byte[] latin1 = v.getBytes(StandardCharsets.ISO_8859_1);
        memory.writeBytes(ptr, latin1, 0, codeUnits);
        ptr = to.reallocate(ptr, encoded.length, 1, codeUnits);
        return Strings.pack(ptr, codeUnits);
    }

    private static int shrink(LiftLower to, int ptr, long allocated, int alignment, int length) {
        return length < allocated ? to.reallocate(ptr, allocated, alignment, length) : ptr;
    }
}

package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of one string are to be read (CanonicalABI.md, {@code src_simple_encoding}): what
 * {@code latin1+utf16} stands for is told by the string's length.
 */
enum SimpleEncoding {
    UTF8(StandardCharsets.UTF_8, 1),
    UTF16(StandardCharsets.UTF_16LE, 2),
    LATIN1(StandardCharsets.ISO_8859_1, 1);

    /** In a length, says that a {@code latin1+utf16} string is UTF-16. */
    static final int UTF16_TAG = 1 << 31;

    private final Charset charset;
    private final int codeUnitSize;

    SimpleEncoding(Charset charset, int codeUnitSize) {
        this.charset = charset;
        this.codeUnitSize = codeUnitSize;
    }

    static SimpleEncoding of(StringEncoding encoding, int taggedCodeUnits) {
        if (encoding == StringEncoding.UTF8) {
            return UTF8;
        }
        boolean wide = encoding == StringEncoding.UTF16 || (taggedCodeUnits & UTF16_TAG) != 0;
        return wide ? UTF16 : LATIN1;
    }

    /** The alignment of strings, whichever encoding theirs is. */
    static int alignment(StringEncoding encoding) {
        return encoding == StringEncoding.UTF8 ? 1 : 2;
    }

    /** The length without its tag, unsigned. */
    static long codeUnits(StringEncoding encoding, int taggedCodeUnits) {
        return encoding == StringEncoding.LATIN1_UTF16
                ? taggedCodeUnits & ~UTF16_TAG
                : Integer.toUnsignedLong(taggedCodeUnits);
    }

    Charset charset() {
        return charset;
    }

    /** In bytes. */
    int codeUnitSize() {
        return codeUnitSize;
    }
}

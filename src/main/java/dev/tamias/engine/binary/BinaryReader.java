package dev.tamias.engine.binary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the tokens that core modules and components share: bytes, LEB128 numbers and names (core
 * specification, "Values" of the binary format). Every failure is a {@link MalformedBinary} with the
 * absolute offset.
 */
public final class BinaryReader {

    private final byte[] bytes;
    private final int end;
    private int position;

    public BinaryReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private BinaryReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** A reader of the next {@code length} bytes, which this reader passes over. */
    public BinaryReader slice(long length) {
        int start = position;
        skip(length);
        return new BinaryReader(bytes, start, position);
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return end - position;
    }

    public boolean atEnd() {
        return position == end;
    }

    /** The bytes from {@code from} to {@code to}, absolute offsets, copied. */
    public byte[] copy(int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    public void skip(long length) {
        if (length < 0 || length > remaining()) {
            throw malformed(
                    "unexpected end: "
                            + length
                            + " bytes are announced and "
                            + remaining()
                            + " are left");
        }
        position += (int) length;
    }

    /** One byte, 0 to 255. */
    public int u8() {
        if (position >= end) {
            throw malformed("unexpected end");
        }
        return bytes[position++] & 0xff;
    }

    /** A byte that is zero or one; {@code title} says what for. */
    public boolean flag(String title) {
        int start = position;
        int value = u8();
        if (value > 1) {
            throw new MalformedBinary(start, value + " is no " + title + ", which is 0 or 1");
        }
        return value == 1;
    }

    /** The next byte without passing it. */
    public int peek() {
        if (position >= end) {
            throw malformed("unexpected end");
        }
        return bytes[position] & 0xff;
    }

    /** An unsigned 32-bit number. */
    public long u32() {
        return unsigned(32);
    }

    /** An unsigned 32-bit number that counts or indexes something held in memory, at most 2^31−1. */
    public int index() {
        int start = position;
        long value = u32();
        if (value > Integer.MAX_VALUE) {
            throw new MalformedBinary(start, value + " is beyond every limit");
        }
        return (int) value;
    }

    /**
     * The length of a vector whose elements take at least one byte each, so that a count beyond the
     * end is found before anything is allocated for it.
     */
    public int count() {
        int start = position;
        long value = u32();
        if (value > remaining()) {
            throw new MalformedBinary(
                    start,
                    "unexpected end: "
                            + value
                            + " elements are announced and "
                            + remaining()
                            + " bytes are left");
        }
        return (int) value;
    }

    /** An unsigned 64-bit number. */
    public long u64() {
        return unsigned(64);
    }

    private long unsigned(int bits) {
        if (position < end && bytes[position] >= 0) {
            return bytes[position++];
        }
        int start = position;
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            int left = bits - shift;
            if (left < 7 && (next & 0x7f) >>> Math.max(left, 0) != 0 || left <= 0) {
                throw new MalformedBinary(
                        start, "an unsigned number does not fit " + bits + " bits");
            }
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
            if (left <= 7) {
                throw new MalformedBinary(start, "an unsigned number takes too many bytes");
            }
        }
    }

    private static int signed7(int value) {
        return value << 25 >> 25;
    }

    /** A signed number of at most {@code bits} bits: 32, 33 or 64. */
    public long signed(int bits) {
        if (position < end && bytes[position] >= 0) {
            return signed7(bytes[position++]);
        }
        int start = position;
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            int left = bits - shift;
            if (left < 7) {
                int sign = (next & 0x7f) >> (left - 1);
                if (sign != 0 && sign != 0x7f >> (left - 1)) {
                    throw new MalformedBinary(
                            start, "a signed number does not fit " + bits + " bits");
                }
            }
            if ((next & 0x80) == 0) {
                int used = Math.min(shift + 7, 64);
                return value << (64 - used) >> (64 - used);
            }
            if (left <= 7) {
                throw new MalformedBinary(start, "a signed number takes too many bytes");
            }
        }
    }

    /** A name: its length in bytes, then UTF-8. */
    public String name() {
        int length = count();
        int start = position;
        skip(length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedBinary(start, "a name is not UTF-8", e);
        }
    }

    /** The error for something wrong at the present position. */
    public MalformedBinary malformed(String sentence) {
        return new MalformedBinary(position, sentence);
    }
}

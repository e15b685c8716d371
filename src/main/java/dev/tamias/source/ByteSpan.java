package dev.tamias.source;

import java.util.Objects;

/**
 * A part of an array, read as a network's headers are: big-endian, unsigned. Whatever lies outside
 * throws {@link IndexOutOfBoundsException}: the header is cut or lies about its lengths.
 */
record ByteSpan(byte[] bytes, int from, int length) {

    int u8(int index) {
        return bytes[from + Objects.checkIndex(index, length)] & 0xff;
    }

    int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }

    long u32(int index) {
        return (long) u16(index) << 16 | u16(index + 2);
    }

    /** The part from {@code start} to before {@code end}. */
    ByteSpan part(int start, int end) {
        Objects.checkFromToIndex(start, end, length);
        return new ByteSpan(bytes, from + start, end - start);
    }

    ByteSpan after(int start) {
        return part(start, length);
    }
}

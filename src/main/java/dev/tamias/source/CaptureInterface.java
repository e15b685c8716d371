package dev.tamias.source;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An interface that a pcapng section describes.
 *
 * @param snapLength the most bytes of a frame that were captured
 * @param resolution the unit of its times: 10 to the minus n seconds, or with the top bit set 2 to the
 *     minus n
 * @param offset seconds to add to its times
 */
record CaptureInterface(int linkType, long snapLength, int resolution, long offset) {

    /** What a packet comes from that names no interface of its section. */
    static final CaptureInterface UNKNOWN = new CaptureInterface(-1, Long.MAX_VALUE, 6, 0);

    private static final int MICROSECONDS = 6;
    private static final int END_OF_OPTIONS = 0;
    private static final int TIME_RESOLUTION = 9;
    private static final int TIME_OFFSET = 14;

    /** Reads the body of an interface's block. */
    static CaptureInterface of(ByteBuffer body) {
        int resolution = MICROSECONDS;
        long offset = 0;
        int next = 8;
        while (next + 4 <= body.capacity()) {
            int code = body.getShort(next) & 0xffff;
            int length = body.getShort(next + 2) & 0xffff;
            next += 4;
            if (code == END_OF_OPTIONS || next + length > body.capacity()) {
                break;
            }
            if (code == TIME_RESOLUTION && length >= 1) {
                resolution = body.get(next) & 0xff;
            } else if (code == TIME_OFFSET && length >= 8) {
                offset = body.getLong(next);
            }
            next += (length + 3) / 4 * 4;
        }
        long snapLength = Integer.toUnsignedLong(body.getInt(4));
        return new CaptureInterface(
                body.getShort(0) & 0xffff,
                snapLength == 0 ? Long.MAX_VALUE : snapLength,
                resolution,
                offset);
    }

    /** Milliseconds since 1970, or null for a time that fits no long. */
    @Nullable Long milliseconds(long ticks) {
        int exponent = resolution & 0x7f;
        BigInteger perSecond =
                resolution > 0x7f
                        ? BigInteger.ONE.shiftLeft(exponent)
                        : BigInteger.TEN.pow(exponent);
        BigInteger milliseconds =
                new BigInteger(Long.toUnsignedString(ticks))
                        .multiply(BigInteger.valueOf(1000))
                        .divide(perSecond)
                        .add(BigInteger.valueOf(offset).multiply(BigInteger.valueOf(1000)));
        return milliseconds.bitLength() < Long.SIZE ? milliseconds.longValue() : null;
    }
}

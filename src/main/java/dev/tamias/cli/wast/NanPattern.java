package dev.tamias.cli.wast;

/**
 * What a script expects of a float: the decimal number of its bits, or a pattern of not-a-numbers
 * (core specification, "Floating-Point"; a canonical one's payload has its highest bit set alone, an
 * arithmetic one's among others, and signs do not matter).
 */
final class NanPattern {

    private static final String CANONICAL = "nan:canonical";
    private static final String ARITHMETIC = "nan:arithmetic";

    private static final int QUIET_F32 = 0x7fc0_0000;
    private static final long QUIET_F64 = 0x7ff8_0000_0000_0000L;

    private NanPattern() {}

    static boolean matchesF32(String expected, int bits) {
        return switch (expected) {
            case CANONICAL -> (bits & Integer.MAX_VALUE) == QUIET_F32;
            case ARITHMETIC -> (bits & QUIET_F32) == QUIET_F32;
            default -> bits == Integer.parseUnsignedInt(expected);
        };
    }

    static boolean matchesF64(String expected, long bits) {
        return switch (expected) {
            case CANONICAL -> (bits & Long.MAX_VALUE) == QUIET_F64;
            case ARITHMETIC -> (bits & QUIET_F64) == QUIET_F64;
            default -> bits == Long.parseUnsignedLong(expected);
        };
    }
}

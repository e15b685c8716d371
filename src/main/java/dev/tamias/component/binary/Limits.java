package dev.tamias.component.binary;

import dev.tamias.engine.binary.BinaryReader;

/**
 * How large a core memory or table may be (core specification, {@code limits}).
 *
 * @param min in pages or elements, unsigned
 * @param max as {@code min}; {@link #NONE} where none is stated
 */
record Limits(long min, long max, boolean shared, boolean address64) {

    static final long NONE = -1;

    private static final int HAS_MAX = 1;
    private static final int SHARED = 2;
    private static final int ADDRESS64 = 4;
    private static final int PAGE_SIZE = 8;

    static Limits read(BinaryReader in) {
        int offset = in.position();
        int flags = in.u8();
        if (flags > (HAS_MAX | SHARED | ADDRESS64 | PAGE_SIZE)) {
            throw Tokens.unknown(offset, flags, "start of limits");
        }
        if ((flags & PAGE_SIZE) != 0) {
            throw BrokenRule.unsupported(offset, "custom page size");
        }
        long min = in.u64();
        long max = (flags & HAS_MAX) == 0 ? NONE : in.u64();
        if (max != NONE && Long.compareUnsigned(min, max) > 0) {
            throw BrokenRule.invalid(
                    offset,
                    "limits have minimum "
                            + Long.toUnsignedString(min)
                            + " and maximum "
                            + Long.toUnsignedString(max));
        }
        return new Limits(min, max, (flags & SHARED) != 0, (flags & ADDRESS64) != 0);
    }

    /** Rejects limits beyond those of the address type. */
    void requireAtMost(int offset, long most, String title) {
        boolean fits =
                Long.compareUnsigned(min, most) <= 0
                        && (max == NONE || Long.compareUnsigned(max, most) <= 0);
        if (!fits) {
            throw BrokenRule.invalid(offset, "limits go beyond " + most + " " + title);
        }
    }
}

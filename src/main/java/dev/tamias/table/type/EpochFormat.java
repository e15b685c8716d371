package dev.tamias.table.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number since 1970 in one unit, with a fraction or without. */
final class EpochFormat implements TimeFormat {

    private static final long SECOND = 1_000_000_000L;

    private final String pattern;
    private final long unit;

    /** Digits before the point that make a likely time, from 2001 to 2286; 0 where any will do. */
    private final int digits;

    private EpochFormat(String pattern, long unit, int digits) {
        this.pattern = pattern;
        this.unit = unit;
        this.digits = digits;
    }

    /** Those that are looked for in columns of times. */
    static List<TimeFormat> likely() {
        return List.of(
                new EpochFormat("epoch-s", SECOND, 10),
                new EpochFormat("epoch-ms", 1_000_000, 13),
                new EpochFormat("epoch-us", 1_000, 16),
                new EpochFormat("epoch-ns", 1, 19));
    }

    /** The format of a declared pattern, or null where it is none of these. */
    static @Nullable TimeFormat declared(String pattern) {
        return switch (pattern) {
            case "epoch-s" -> new EpochFormat(pattern, SECOND, 0);
            case "epoch-ms" -> new EpochFormat(pattern, 1_000_000, 0);
            case "epoch-us" -> new EpochFormat(pattern, 1_000, 0);
            case "epoch-ns" -> new EpochFormat(pattern, 1, 0);
            default -> null;
        };
    }

    @Override
    public long parse(byte[] b, int from, int to) {
        boolean negative = digits == 0 && b[from] == '-';
        int start = negative ? from + 1 : from;
        int whole = Digits.count(b, start, to);
        if (whole < 1 || whole > 19 || digits > 0 && whole != digits) {
            return NOT;
        }
        int point = start + whole;
        long fraction = point == to ? 0 : fraction(b, point, to);
        long number = Integers.parseDeclared(b, start, point);
        if (fraction < 0 || number == NOT || Long.MAX_VALUE / unit <= number) {
            return NOT;
        }
        long nanos = number * unit + fraction;
        return negative ? -nanos : nanos;
    }

    /** The fraction in nanoseconds, or −1 where there is none, or one finer than that. */
    private long fraction(byte[] b, int point, int to) {
        int count = to - point - 1;
        if (b[point] != '.' || count < 1 || count > 9 || Digits.count(b, point + 1, to) != count) {
            return -1;
        }
        long scaled = Digits.number(b, point + 1, to) * unit;
        return scaled % Digits.ten(count) == 0 ? scaled / Digits.ten(count) : -1;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean isNumber() {
        return true;
    }

    @Override
    public boolean hasYear() {
        return true;
    }

    @Override
    public TimeFormat again() {
        return this;
    }

    @Override
    public int offset() {
        return 0;
    }
}

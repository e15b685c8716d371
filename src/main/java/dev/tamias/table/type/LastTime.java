package dev.tamias.table.type;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cell that was read last, by which those are read that differ from it in their seconds and the
 * fraction of them only: most cells of a log. What the pattern's parts would do there is known, so they
 * are not asked.
 */
final class LastTime {

    private static final long SECOND = 1_000_000_000L;
    private static final int LONGEST = 64;
    private static final int MOST_DIGITS = 9;

    /** Characters of which one may stand before the fraction; null where the pattern is not one for this. */
    private final @Nullable String separators;

    private final byte[] text = new byte[LONGEST];

    /** Where the text's seconds begin. */
    private int seconds;

    /** Where the text goes on behind its seconds and their fraction. */
    private int rest;

    /** Of the text; 0 where there is none. */
    private int length;

    private long minute;

    /** @param behind what the pattern has behind its seconds; null without seconds */
    LastTime(@Nullable String behind) {
        this.separators = behind == null || behind.indexOf('s') >= 0 ? null : separators(behind);
    }

    /** Where digits behind each of them can only be the fraction. */
    private static @Nullable String separators(String behind) {
        StringBuilder found = new StringBuilder();
        for (int at = behind.indexOf('S'); at >= 0; at = behind.indexOf('S', at)) {
            char separator = at == 0 ? 'S' : behind.charAt(at - 1);
            if (".,:".indexOf(separator) < 0 || behind.indexOf(separator) != at - 1) {
                return null;
            }
            found.append(separator);
            while (at < behind.length() && behind.charAt(at) == 'S') {
                at++;
            }
        }
        return found.toString();
    }

    void forget() {
        length = 0;
    }

    /**
     * Keeps a cell that was read.
     *
     * @param at where its seconds begin, in the array
     * @param value the time it is
     */
    void keep(byte[] b, int from, int to, int at, long value) {
        forget();
        if (separators == null || to - from > LONGEST || Digits.count(b, at, to) != 2) {
            return;
        }
        int end = fractionEnd(b, at + 2, to, separators);
        long fraction = end > at + 2 ? fraction(b, at + 3, end) : 0;
        if (fraction < 0 || separators.length() > 1 && hasAny(b, end, to, separators)) {
            return;
        }
        System.arraycopy(b, from, text, 0, to - from);
        length = to - from;
        seconds = at - from;
        rest = end - from;
        minute = value - Digits.fixed(b, at, to, 2) * SECOND - fraction;
    }

    /** Where the fraction ends that a separator begins; without one, where it would begin. */
    private static int fractionEnd(byte[] b, int at, int to, String separators) {
        boolean begins = at < to && separators.indexOf(b[at]) >= 0;
        int digits = begins ? Digits.count(b, at + 1, to) : 0;
        return digits == 0 ? at : at + 1 + digits;
    }

    /** Whether there may be a second fraction. */
    private static boolean hasAny(byte[] b, int from, int to, String characters) {
        for (int i = from; i < to; i++) {
            if (characters.indexOf(b[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Nanoseconds, or −1 where the digits are too many. */
    private static long fraction(byte[] b, int from, int to) {
        int digits = to - from;
        return digits > MOST_DIGITS
                ? -1
                : Digits.number(b, from, to) * Digits.ten(MOST_DIGITS - digits);
    }

    /** The time of a cell that differs in nothing else, or {@link CellParser#NOT}: then the pattern decides. */
    long parse(byte[] b, int from, int to) {
        int at = from + seconds;
        if (length == 0 || to - at < 2 || !Arrays.equals(b, from, at, text, 0, seconds)) {
            return CellParser.NOT;
        }
        int end = at + 2;
        long fraction = 0;
        if (rest > seconds + 2) {
            if (end == to || b[end] != text[seconds + 2]) {
                return CellParser.NOT;
            }
            int first = end + 1;
            int most = Math.min(to, first + MOST_DIGITS);
            for (end = first; end < most && Digits.is(b[end]); end++) {
                fraction = fraction * 10 + (b[end] - '0');
            }
            if (end == first) {
                return CellParser.NOT;
            }
            fraction *= Digits.ten(MOST_DIGITS - (end - first));
        }
        int second = Digits.fixed(b, at, to, 2);
        boolean same =
                to - end == length - rest
                        && (end == to || Arrays.equals(b, end, to, text, rest, length));
        return same && second >= 0 && second <= 60
                ? minute + second * SECOND + fraction
                : CellParser.NOT;
    }
}

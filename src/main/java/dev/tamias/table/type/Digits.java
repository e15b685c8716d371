package dev.tamias.table.type;

/** Digits in bytes. */
final class Digits {

    /** Powers of ten that a double holds exactly and a long can. */
    private static final long[] TEN = new long[19];

    static {
        TEN[0] = 1;
        for (int i = 1; i < TEN.length; i++) {
            TEN[i] = TEN[i - 1] * 10;
        }
    }

    private Digits() {}

    static long ten(int power) {
        return TEN[power];
    }

    static boolean is(byte b) {
        return b >= '0' && b <= '9';
    }

    /** How many digits stand at {@code from}, at most up to {@code to}. */
    static int count(byte[] b, int from, int to) {
        int i = from;
        while (i < to && is(b[i])) {
            i++;
        }
        return i - from;
    }

    /** The number of at most 18 digits that stands there; the caller has counted them. */
    static long number(byte[] b, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (b[i] - '0');
        }
        return number;
    }

    /** The number of exactly {@code count} digits, or −1. */
    static int fixed(byte[] b, int from, int to, int count) {
        if (to - from < count) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (!is(b[i])) {
                return -1;
            }
            number = number * 10 + (b[i] - '0');
        }
        return number;
    }
}

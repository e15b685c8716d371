package dev.tamias.table.type;

/** Whole numbers as they are printed: no leading zero, no plus, no −0. */
public final class Integers {

    private Integers() {}

    /** The number, or {@link CellParser#NOT} where printing it would not give the same text. */
    public static long parse(byte[] b, int from, int to) {
        boolean negative = b[from] == '-';
        int start = negative ? from + 1 : from;
        int count = to - start;
        if (count < 1 || count > 19 || Digits.count(b, start, to) != count) {
            return CellParser.NOT;
        }
        if (b[start] == '0' && (count > 1 || negative)) {
            return CellParser.NOT;
        }
        if (count < 19) {
            long number = Digits.number(b, start, to);
            return negative ? -number : number;
        }
        return nineteen(b, start, to, negative);
    }

    private static long nineteen(byte[] b, int start, int to, boolean negative) {
        long head = Digits.number(b, start, to - 1);
        int tail = b[to - 1] - '0';
        // The least long is Tablesaw's missing number, so it is none.
        if (head > Long.MAX_VALUE / 10
                || head == Long.MAX_VALUE / 10 && tail > Long.MAX_VALUE % 10) {
            return CellParser.NOT;
        }
        long number = head * 10 + tail;
        return negative ? -number : number;
    }

    /** Any way to write a whole number of 64 bits: for a column that was declared one. */
    public static long parseDeclared(byte[] b, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && b[start] == ' ') {
            start++;
        }
        while (start < end && b[end - 1] == ' ') {
            end--;
        }
        boolean negative = start < end && b[start] == '-';
        if (start < end && (negative || b[start] == '+')) {
            start++;
        }
        int count = end - start;
        while (start < end - 1 && b[start] == '0') {
            start++;
        }
        int digits = end - start;
        if (count < 1 || digits > 19 || Digits.count(b, start, end) != digits) {
            return CellParser.NOT;
        }
        if (digits == 19) {
            return nineteen(b, start, end, negative);
        }
        long number = Digits.number(b, start, end);
        return negative ? -number : number;
    }
}

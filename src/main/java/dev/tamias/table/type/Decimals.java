package dev.tamias.table.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Decimal fractions that a double holds and from which the text can be printed again: at most 15 digits
 * (every one of those survives a double), no leading zero, no exponent. Zeros at the end are lost in a
 * double, so a column may have them only where they say nothing: all cells with the same number of
 * decimals (0.50, 1.25), or with {@code .0} for whole numbers as Java and Python print them.
 */
public final class Decimals implements CellParser {

    private static final int EXACT_DIGITS = 15;

    private int fewest = Integer.MAX_VALUE;
    private int most;
    private boolean zeroAtEnd;
    private boolean zerosBeyondOne;

    /** Takes a cell of a column; {@link #NOT} where it, or the column with it, cannot be floating. */
    @Override
    public long parse(byte[] b, int from, int to) {
        long bits = bits(b, from, to);
        if (bits == NOT) {
            return NOT;
        }
        int decimals = decimals(b, from, to);
        fewest = Math.min(fewest, decimals);
        most = Math.max(most, decimals);
        if (decimals > 0 && b[to - 1] == '0') {
            zeroAtEnd = true;
            zerosBeyondOne |= decimals > 1;
        }
        boolean printable = fewest == most || !zeroAtEnd || !zerosBeyondOne && fewest > 0;
        return printable ? bits : NOT;
    }

    private static int decimals(byte[] b, int from, int to) {
        int i = to;
        while (i > from && b[i - 1] != '.') {
            i--;
        }
        return i == from ? 0 : to - i;
    }

    /** The bits of the double, or {@link CellParser#NOT}. */
    private static long bits(byte[] b, int from, int to) {
        boolean negative = b[from] == '-';
        int start = negative ? from + 1 : from;
        int whole = Digits.count(b, start, to);
        if (whole < 1 || whole > EXACT_DIGITS || whole > 1 && b[start] == '0') {
            return NOT;
        }
        int point = start + whole;
        long digits = Digits.number(b, start, point);
        int decimals = 0;
        if (point < to) {
            decimals = to - point - 1;
            if (b[point] != '.'
                    || decimals < 1
                    || whole + decimals > EXACT_DIGITS
                    || Digits.count(b, point + 1, to) != decimals) {
                return NOT;
            }
            digits = digits * Digits.ten(decimals) + Digits.number(b, point + 1, to);
        }
        if (negative && digits == 0) {
            return NOT;
        }
        // Both are exact in a double, so the quotient is the double next to the decimal.
        double value = (double) digits / Digits.ten(decimals);
        return Double.doubleToRawLongBits(negative ? -value : value);
    }

    /** Any way to write a double, with exponents; no NaN, which is Tablesaw's missing number. */
    public static long parseDeclared(byte[] b, int from, int to) {
        long exact = bits(b, from, to);
        if (exact != NOT) {
            return exact;
        }
        try {
            // What the parser of doubles reads and no log means: hexadecimal and a type's letter.
            for (int i = from; i < to; i++) {
                if ("xXpPdDfF".indexOf(b[i]) >= 0) {
                    return NOT;
                }
            }
            double value = Double.parseDouble(new String(b, from, to - from, ISO_8859_1));
            // Adding zero turns −0 into 0, whose bits are the sign for "not".
            return Double.isNaN(value) ? NOT : Double.doubleToRawLongBits(value + 0.0);
        } catch (NumberFormatException e) {
            return NOT;
        }
    }
}

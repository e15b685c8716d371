package dev.tamias;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The usual order of cells: numbers by their value, then texts by their characters. */
final class CellOrder implements Comparator<String> {

    static final CellOrder USUAL = new CellOrder();

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private CellOrder() {}

    @Override
    public int compare(String one, String other) {
        BigDecimal number = number(one);
        BigDecimal otherNumber = number(other);
        if (number != null && otherNumber != null) {
            return number.compareTo(otherNumber);
        }
        if (number != null || otherNumber != null) {
            return number != null ? -1 : 1;
        }
        return one.compareTo(other);
    }

    private static @Nullable BigDecimal number(String cell) {
        String text = cell.strip();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}

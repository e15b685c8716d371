package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** From a typed column the text of every cell can be printed again: by one rule for the whole column. */
class LosslessTypesTest {

    private static final int COLUMNS = 20_000;

    @Test
    void random_columns_can_be_printed_again() {
        long seed = 3;
        Random random = new Random(seed);
        int[] typed = new int[2];
        for (int i = 0; i < COLUMNS; i++) {
            List<String> cells = cells(random);
            Table table = Sinks.column("C", cells.toArray(new String[0])).table();
            if (table.column("C") instanceof LongColumn) {
                typed[0]++;
                assertThat(whole(table.longColumn("C"), cells))
                        .as("seed %s, %s", seed, cells)
                        .isTrue();
            } else if (table.column("C") instanceof DoubleColumn) {
                typed[1]++;
                assertThat(decimal(table.doubleColumn("C"), cells))
                        .as("seed %s, %s", seed, cells)
                        .isTrue();
            } else {
                assertThat(table.stringColumn("C").asList()).isEqualTo(cells);
            }
        }
        assertThat(typed[0]).isGreaterThan(COLUMNS / 20);
        assertThat(typed[1]).isGreaterThan(COLUMNS / 20);
    }

    private static List<String> cells(Random random) {
        List<String> cells = new ArrayList<>();
        int digits = 1 + random.nextInt(18);
        int decimals = random.nextInt(4);
        boolean fixed = random.nextBoolean();
        for (int i = random.nextInt(4); i >= 0; i--) {
            StringBuilder cell = new StringBuilder(random.nextInt(6) == 0 ? "-" : "");
            append(cell, 1 + random.nextInt(digits), random);
            int count = fixed ? decimals : random.nextInt(decimals + 1);
            if (count > 0) {
                append(cell.append('.'), count, random);
            }
            cells.add(cell.toString());
        }
        return cells;
    }

    private static void append(StringBuilder cell, int digits, Random random) {
        for (int i = 0; i < digits; i++) {
            cell.append((char) ('0' + (random.nextInt(4) == 0 ? 0 : random.nextInt(10))));
        }
    }

    private static boolean whole(LongColumn column, List<String> cells) {
        for (int row = 0; row < cells.size(); row++) {
            if (!String.valueOf(column.getLong(row)).equals(cells.get(row))) {
                return false;
            }
        }
        return true;
    }

    private static boolean decimal(DoubleColumn column, List<String> cells) {
        int first = cells.get(0).indexOf('.');
        int scale = first < 0 ? 0 : cells.get(0).length() - first - 1;
        return isPrinted(column, cells, value -> exact(value).setScale(scale).toPlainString())
                || isPrinted(column, cells, value -> shortest(value).toPlainString())
                || isPrinted(column, cells, LosslessTypesTest::withPoint);
    }

    private static boolean isPrinted(
            DoubleColumn column, List<String> cells, DoubleFunction<String> rule) {
        try {
            for (int row = 0; row < cells.size(); row++) {
                if (!rule.apply(column.getDouble(row)).equals(cells.get(row))) {
                    return false;
                }
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros();
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = exact(value);
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String withPoint(double value) {
        BigDecimal exact = exact(value);
        return (exact.scale() < 1 ? exact.setScale(1) : exact).toPlainString();
    }
}

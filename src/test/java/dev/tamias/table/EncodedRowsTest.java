package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.Table;

/** A table made of bytes is the table made of the same rows as Strings, cell by cell, and so is its report. */
class EncodedRowsTest {

    private static final int ROWS = 30_000;
    private static final long SEED = 5;
    private static final List<String> NAMES =
            List.of("Time", "Level", "Count", "Share", "Flag", "Component", "Message", "Odd");

    private enum Options {
        FOUND(TableOptions.defaults()),
        TEXT(TableOptions.defaults().asText()),
        CHOSEN(
                TableOptions.defaults()
                        .columns("Message", "Level")
                        .where(RowFilter.contains("Message", "ö"))),
        PLACED(TableOptions.defaults().places(RowPlace.SOURCE, RowPlace.ROW, RowPlace.OFFSET));

        private final TableOptions options;

        Options(TableOptions options) {
            this.options = options;
        }
    }

    @ParameterizedTest
    @EnumSource(Options.class)
    void bytes_and_strings_give_one_table(Options options) {
        TableSink strings = new TableSink("t", new ColumnPlan(NAMES), options.options);
        TableSink bytes = new TableSink("t", new ColumnPlan(NAMES), options.options);
        List<List<String>> rows = rows();
        List<Encoded> encoded = Encoded.of(rows);
        for (int i = 0; i < rows.size(); i++) {
            boolean kept = strings.append("s" + i % 2, i, 1, rows.get(i));
            assertThat(bytes.append("s" + i % 2, i, 1, encoded.get(i))).isEqualTo(kept);
        }
        TypedTable expected = strings.build();
        TypedTable found = bytes.build();

        assertThat(found.report()).hasToString(expected.report().toString());
        assertSame(found.table(), expected.table());
        // What was read does not stand in the way of more.
        bytes.append(strings);
        assertThat(bytes.table().rowCount()).isEqualTo(2 * expected.table().rowCount());
        assertSame(bytes.table().first(found.table().rowCount()), expected.table());
    }

    private static void assertSame(Table found, Table expected) {
        assertThat(found.columnNames()).isEqualTo(expected.columnNames());
        assertThat(found.types()).isEqualTo(expected.types());
        for (int i = 0; i < found.columnCount(); i++) {
            assertThat(found.column(i).asList())
                    .as("seed %s, column %s", SEED, found.column(i).name())
                    .isEqualTo(expected.column(i).asList());
        }
    }

    private static List<List<String>> rows() {
        Random random = new Random(SEED);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<String> cells = new ArrayList<>();
            cells.add(
                    String.format(
                            Locale.ROOT,
                            "2026-03-%02d 10:%02d:%02d.%06d",
                            1 + i / 2000,
                            i / 60 % 60,
                            i % 60,
                            random.nextInt(1_000_000)));
            cells.add(List.of("INFO", "WARN", "ERROR", "-").get(random.nextInt(4)));
            cells.add(
                    random.nextInt(9) == 0
                            ? ""
                            : Long.toString(random.nextLong() >> random.nextInt(60)));
            cells.add(random.nextInt(1000) + ".5");
            cells.add(random.nextBoolean() ? "true" : "false");
            // More different ones than are looked at before a dictionary is given up, and some
            // again.
            cells.add("component-" + random.nextInt(i < ROWS / 2 ? 40 : 20_000));
            cells.add("größe " + i + " of " + "x".repeat(random.nextInt(60)));
            cells.add(odd(random));
            int count = random.nextInt(50) == 0 ? random.nextInt(NAMES.size() + 4) : NAMES.size();
            while (cells.size() < count) {
                cells.add("extra " + random.nextInt(3));
            }
            rows.add(cells.subList(0, count));
        }
        return rows;
    }

    private static String odd(Random random) {
        int[] alphabet = {0, 1, '\t', 'a', 0x7f, 0x85, 0xe9, 0xfffd, 0x1f43f, 0x10ffff};
        int length = random.nextInt(2000) == 0 ? 70_000 : random.nextInt(20);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}

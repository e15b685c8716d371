package dev.tamias.table.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.table.LogTables;
import dev.tamias.table.row.TextCells;
import dev.tamias.table.row.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Three million messages, all different but for one that comes a hundred times. */
class ManyValuesTest {

    private static final int ROWS = 3_000_000;
    private static final long START = 1_767_225_600_000L;

    private static @Nullable Table log;

    @BeforeAll
    static void three_million_rows() {
        Random random = new Random(51);
        List<String> messages = new ArrayList<>(ROWS);
        List<String> components = new ArrayList<>(ROWS);
        InstantColumn time = InstantColumn.create("Time");
        String[] names = new String[40];
        for (int i = 0; i < names.length; i++) {
            names[i] = "component-" + i;
        }
        for (int row = 0; row < ROWS; row++) {
            time.appendInternal(Times.pack(START + random.nextInt(86_400_000)));
            messages.add(row % 30_000 == 7 ? "again" : "message " + row);
            components.add(names[row % 40]);
        }
        StringColumn message = TextCells.of("Message", messages);
        log = Table.create("log", time, message, StringColumn.create("Component", components));
    }

    @AfterAll
    static void give_the_memory_back() {
        log = null;
    }

    @Test
    void counts_and_the_summary_are_right() {
        LogTable all = LogTables.of(log);

        Table counts = all.countBy("Message");
        assertThat(counts.rowCount()).isEqualTo(ROWS - 99);
        assertThat(counts.stringColumn("Message").first(2).asList())
                .containsExactly("again", "message 0");
        assertThat(counts.intColumn("Count").getInt(0)).isEqualTo(100);
        assertThat(counts.intColumn("Count").getInt(1)).isEqualTo(1);

        Row top = all.topN("Message", 3).row(0);
        assertThat(top.getString("Message")).isEqualTo("again");
        assertThat(top.getDouble("Share")).isEqualTo(100.0 / ROWS);

        Row summary = all.summary().row(1);
        assertThat(summary.getString("Column")).isEqualTo("Message");
        assertThat(summary.getInt("Unique")).isEqualTo(ROWS - 99);
        assertThat(summary.getString("Top")).isEqualTo("again");
        assertThat(summary.getInt("Top Count")).isEqualTo(100);
    }

    @Test
    void sorted_and_joined_rows_are_whole() {
        IntColumn number = IntColumn.create("Number");
        StringColumn name = StringColumn.create("Component");
        for (int i = 0; i < 39; i++) {
            name.append("component-" + i);
            number.append(i);
        }

        Table sorted =
                LogTables.of(log)
                        .sortByTime()
                        .join("Component", Table.create("n", name, number))
                        .table();

        assertThat(sorted.rowCount()).isEqualTo(ROWS);
        long last = Long.MIN_VALUE;
        long sum = 0;
        for (int row = 0; row < ROWS; row++) {
            long time = sorted.instantColumn("Time").getLongInternal(row);
            if (time < last) {
                assertThat(time).isGreaterThanOrEqualTo(last);
            }
            last = time;
            String message = sorted.stringColumn("Message").get(row);
            sum += message.equals("again") ? 0 : Integer.parseInt(message, 8, message.length(), 10);
            int component = sorted.intColumn("Number").getInt(row);
            boolean right =
                    sorted.intColumn("Number").isMissing(row)
                            ? sorted.stringColumn("Component").get(row).equals("component-39")
                            : sorted.stringColumn("Component").get(row).endsWith("-" + component);
            if (!right) {
                assertThat(sorted.stringColumn("Component").get(row))
                        .isEqualTo("component-" + component);
            }
        }
        long again = 0;
        for (int row = 7; row < ROWS; row += 30_000) {
            again += row;
        }
        assertThat(sum).isEqualTo((long) ROWS * (ROWS - 1) / 2 - again);
        assertThat(sorted.instantColumn("Time").countMissing()).isZero();
    }
}

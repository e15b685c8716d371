package dev.tamias.table.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.table.LogTables;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Table;

class HintsTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private static Table times(int... seconds) {
        InstantColumn time = InstantColumn.create("Time");
        for (int second : seconds) {
            time.append(second < 0 ? null : START.plusSeconds(second));
        }
        return Table.create("t", time);
    }

    @Test
    void gaps_are_found_in_the_order_of_time() {
        Table gaps = LogTables.of(times(100, 0, 1, -1, 40, 41, 99)).gaps(Duration.ofSeconds(39));

        assertThat(gaps.instantColumn("From").asList())
                .containsExactly(START.plusSeconds(1), START.plusSeconds(41));
        assertThat(gaps.instantColumn("To").asList())
                .containsExactly(START.plusSeconds(40), START.plusSeconds(99));
        assertThat(gaps.doubleColumn("Seconds").asList()).containsExactly(39.0, 58.0);
    }

    @Test
    void a_burst_and_a_silence_change_the_rate() {
        Random random = new Random(41);
        InstantColumn time = InstantColumn.create("Time");
        for (int minute = 0; minute < 60; minute++) {
            int rows = minute == 30 ? 400 : minute == 50 ? 2 : 100 + random.nextInt(20);
            for (int i = 0; i < rows; i++) {
                time.append(START.plusMillis(minute * 60_000L + random.nextInt(60_000)));
            }
        }

        Table changes = LogTables.of(Table.create("t", time)).rateChanges(Duration.ofMinutes(1));

        assertThat(changes.instantColumn("Time").asList())
                .containsExactly(START.plusSeconds(30 * 60), START.plusSeconds(50 * 60));
        assertThat(changes.intColumn("Count").asList()).containsExactly(400, 2);
        assertThat(changes.doubleColumn("Score").get(0)).isGreaterThan(4);
        assertThat(changes.doubleColumn("Score").get(1)).isLessThan(-4);
    }

    @Test
    void new_values_are_those_that_no_row_before_has() {
        Table log = new Logs(43, 0.1).log("log", 2_000, START, 600, 60);
        Instant since = START.plusSeconds(300);
        Map<String, Instant> first = new LinkedHashMap<>();
        Instant last = log.instantColumn("Time").removeMissing().get(0);
        for (int row = 0; row < log.rowCount(); row++) {
            Instant time = log.instantColumn("Time").get(row);
            last = time == null ? last : time;
            Instant at = last;
            first.merge(log.stringColumn("Message").get(row), at, (a, b) -> a.isBefore(b) ? a : b);
        }
        first.values().removeIf(at -> at.isBefore(since));

        Table fresh = LogTables.of(log).newSince("Message", since);

        assertThat(first).isNotEmpty();
        assertThat(fresh.stringColumn("Message").asList())
                .containsExactlyInAnyOrderElementsOf(first.keySet());
        for (int row = 0; row < fresh.rowCount(); row++) {
            assertThat(fresh.instantColumn("First").get(row))
                    .isEqualTo(first.get(fresh.stringColumn("Message").get(row)));
        }
        assertThat(fresh.instantColumn("First").asList()).isSorted();
    }
}

package dev.tamias.table.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

class CalendarGridTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Times MILLIS = Times.of(Table.create("t"), InstantColumn.create("t"));

    /** The slots' beginnings between two instants, as they are written in a zone. */
    private static List<String> starts(CalendarGrid grid, ZoneId zone, String from, String to) {
        long[] starts =
                grid.starts(
                        MILLIS,
                        zone,
                        MILLIS.tick(Instant.parse(from)),
                        MILLIS.tick(Instant.parse(to)));
        return Arrays.stream(starts)
                .mapToObj(tick -> MILLIS.instant(tick).atZone(zone).toOffsetDateTime().toString())
                .toList();
    }

    @Test
    void hours_come_twice_when_the_clock_is_put_back() {
        assertThat(
                        starts(
                                CalendarGrid.every(Duration.ofHours(1)),
                                BERLIN,
                                "2026-10-24T23:30:00Z",
                                "2026-10-25T01:59:59Z"))
                .containsExactly(
                        "2026-10-25T01:00+02:00",
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T03:00+01:00");
    }

    @Test
    void an_hour_is_left_out_when_the_clock_is_put_forward() {
        assertThat(
                        starts(
                                CalendarGrid.every(Duration.ofMinutes(30)),
                                BERLIN,
                                "2026-03-29T00:31:00Z",
                                "2026-03-29T01:31:00Z"))
                .containsExactly(
                        "2026-03-29T01:30+01:00",
                        "2026-03-29T03:00+02:00",
                        "2026-03-29T03:30+02:00",
                        "2026-03-29T04:00+02:00");
    }

    @Test
    void slots_of_some_hours_go_by_the_clock() {
        assertThat(
                        starts(
                                CalendarGrid.every(Duration.ofHours(2)),
                                BERLIN,
                                "2026-03-28T23:00:00Z",
                                "2026-03-29T04:00:00Z"))
                .containsExactly(
                        "2026-03-29T00:00+01:00",
                        "2026-03-29T03:00+02:00",
                        "2026-03-29T04:00+02:00",
                        "2026-03-29T06:00+02:00",
                        "2026-03-29T08:00+02:00");
    }

    @Test
    void a_day_is_one_slot_however_long() {
        assertThat(
                        starts(
                                CalendarGrid.every(1, ChronoUnit.DAYS),
                                BERLIN,
                                "2026-10-24T12:00:00Z",
                                "2026-10-26T12:00:00Z"))
                .containsExactly(
                        "2026-10-24T00:00+02:00",
                        "2026-10-25T00:00+02:00",
                        "2026-10-26T00:00+01:00",
                        "2026-10-27T00:00+01:00");
        // Here the clock went from 00:01 back to 23:01 of the day before.
        assertThat(
                        starts(
                                CalendarGrid.every(1, ChronoUnit.DAYS),
                                ZoneId.of("America/St_Johns"),
                                "2010-11-06T12:00:00Z",
                                "2010-11-08T12:00:00Z"))
                .containsExactly(
                        "2010-11-06T00:00-02:30",
                        "2010-11-07T00:00-02:30",
                        "2010-11-08T00:00-03:30",
                        "2010-11-09T00:00-03:30");
    }

    @Test
    void weeks_begin_on_mondays_and_quarters_in_january() {
        assertThat(
                        starts(
                                CalendarGrid.every(1, ChronoUnit.WEEKS),
                                ZoneOffset.UTC,
                                "2026-03-01T00:00:00Z",
                                "2026-03-02T00:00:00Z"))
                .containsExactly("2026-02-23T00:00Z", "2026-03-02T00:00Z", "2026-03-09T00:00Z");
        assertThat(
                        starts(
                                CalendarGrid.every(3, ChronoUnit.MONTHS),
                                BERLIN,
                                "2025-12-31T23:30:00Z",
                                "2026-05-01T00:00:00Z"))
                .containsExactly(
                        "2026-01-01T00:00+01:00",
                        "2026-04-01T00:00+02:00",
                        "2026-07-01T00:00+02:00");
    }

    /** Whatever the zone and the length, slots ascend, hold their times and are on the clock's marks. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, PT10M",
        "Europe/Berlin, PT1H",
        "Europe/Berlin, PT6H",
        "Europe/Berlin, P1D",
        "America/St_Johns, PT1H",
        "America/St_Johns, PT12H",
        "America/St_Johns, P1D",
        "Australia/Lord_Howe, PT20M",
        "Australia/Lord_Howe, PT4H",
        "Asia/Kathmandu, PT1H",
        "Pacific/Apia, PT3H",
        "Pacific/Apia, P1D",
        "Africa/Casablanca, PT2H",
        "UTC, PT7M",
        "UTC, P7D"
    })
    void slots_hold_their_times(String zoneName, Duration length) {
        ZoneId zone = ZoneId.of(zoneName);
        CalendarGrid grid = CalendarGrid.every(length);
        Random random = new Random(zoneName.hashCode() + length.hashCode());
        for (int i = 0; i < 60; i++) {
            long least = random.nextLong(946_684_800_000L, 1_780_000_000_000L);
            long most = least + random.nextLong(90L * 86_400_000);
            long[] starts = grid.starts(MILLIS, zone, least, most);
            assertThat(starts[0]).isLessThanOrEqualTo(least);
            assertThat(starts[1]).isGreaterThan(least);
            assertThat(starts[starts.length - 1]).isGreaterThan(most);
            assertThat(starts[starts.length - 2]).isLessThanOrEqualTo(most);
            for (int j = 1; j < starts.length; j++) {
                assertThat(starts[j]).isGreaterThan(starts[j - 1]);
            }
            long tick = random.nextLong(least, most + 1);
            int slot = CalendarGrid.slot(starts, tick, random.nextInt(starts.length - 1));
            assertThat(starts[slot]).isLessThanOrEqualTo(tick);
            assertThat(starts[slot + 1]).isGreaterThan(tick);
        }
    }

    @Test
    void what_has_no_slots_has_none() {
        assertThat(CalendarGrid.every(Duration.ZERO)).isNull();
        assertThat(CalendarGrid.every(Duration.ofSeconds(-1))).isNull();
        assertThat(CalendarGrid.every(Duration.ofSeconds(Long.MAX_VALUE))).isNull();
        assertThat(CalendarGrid.every(0, ChronoUnit.DAYS)).isNull();
        assertThat(CalendarGrid.every(1, ChronoUnit.FOREVER)).isNull();
        assertThat(CalendarGrid.every(1, ChronoUnit.ERAS)).isNull();
        CalendarGrid second = CalendarGrid.every(Duration.ofSeconds(1));
        assertThat(second.starts(MILLIS, BERLIN, 0, 1L << 42)).isNull();
        assertThat(second.starts(MILLIS, BERLIN, Long.MIN_VALUE + 1, Long.MAX_VALUE)).isNull();
    }

    @Test
    void nanoseconds_have_slots_of_microseconds() {
        Times nanos = Times.of(Table.create("t"), LongColumn.create("t"));
        CalendarGrid grid = CalendarGrid.every(Duration.ofNanos(1_000));

        assertThat(grid.fits(nanos.nanosPerTick())).isTrue();
        assertThat(grid.fits(MILLIS.nanosPerTick())).isFalse();
        assertThat(
                        grid.starts(
                                nanos,
                                BERLIN,
                                1_767_225_600_000_001_500L,
                                1_767_225_600_000_002_000L))
                .containsExactly(
                        1_767_225_600_000_001_000L,
                        1_767_225_600_000_002_000L,
                        1_767_225_600_000_003_000L);
    }
}

package dev.tamias.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import dev.tamias.table.type.CellType;
import dev.tamias.table.type.CellType.Kind;
import dev.tamias.table.type.TimeReport;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as real logs write them. */
class ColumnTimesTest {

    private static final TableOptions IN_2015 =
            TableOptions.defaults().before(Instant.parse("2015-06-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C | 2009-07-20 22:59:27,672                | 2009-07-20T22:59:27.672Z",
                "C | 2025-01-01 00:00:00.123                | 2025-01-01T00:00:00.123Z",
                "C | 2025-01-24T07:00:30,139                | 2025-01-24T07:00:30.139Z",
                "C | 2022-08-27T14:22:01.613Z               | 2022-08-27T14:22:01.613Z",
                "C | 2022-08-27T14:22:01+05:30              | 2022-08-27T08:52:01Z",
                "C | 2022-08-27 14:22:01 -0700              | 2022-08-27T21:22:01Z",
                "C | 2022-08-27T14:22:01+02                 | 2022-08-27T12:22:01Z",
                "C | 2012/03/04 05:06:07                    | 2012-03-04T05:06:07Z",
                "C | 17/06/09 20:10:40                      | 2017-06-09T20:10:40Z",
                "C | 20/Jul/2009:22:59:26 +0000             | 2009-07-20T22:59:26Z",
                "C | [22/Jan/2019:03:56:14 +0330]           | 2019-01-22T00:26:14Z",
                "C | 2012-025T10:22:40,672                  | 2012-01-25T10:22:40.672Z",
                "C | 20150424T210810.313Z                   | 2015-04-24T21:08:10.313Z",
                "C | Aug 16 00:10:45                        | 2014-08-16T00:10:45Z",
                "C | Nov  3 01:01:03                        | 2014-11-03T01:01:03Z",
                "C | May 31 23:59:59                        | 2015-05-31T23:59:59Z",
                "C | 0517 15:04:22.619                      | 2015-05-17T15:04:22.619Z",
                "C | 03-17 16:13:38.811                     | 2015-03-17T16:13:38.811Z",
                "C | Wed Oct 11 14:32:52.123 2000           | 2000-10-11T14:32:52.123Z",
                "C | Tue, 03 Jun 2008 11:05:30 GMT          | 2008-06-03T11:05:30Z",
                "C | 2016-12-31 23:59:60                    | 2017-01-01T00:00:00Z",
                "Timestamp | 1428634687.123                 | 2015-04-10T02:58:07.123Z",
                "Time (ms) | 1428634687123                  | 2015-04-10T02:58:07.123Z",
                "epoch | 1534860261221000                   | 2018-08-21T14:04:21.221Z",
                "ts | 1534860261221000000                   | 2018-08-21T14:04:21.221Z"
            })
    void the_formats_of_real_logs_are_found(String caption, String cell, Instant time) {
        TypedTable typed = Sinks.column(IN_2015, caption, cell);

        assertThat(typed.report().column(caption).kind()).isEqualTo(Kind.INSTANT);
        assertThat(typed.table().instantColumn(caption).get(0)).isEqualTo(time);
        assertThat(typed.table().columnCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "C, 1428634687",
        "Time, 12",
        "C, 2015-04-24T21:08:10.313913FOO",
        "C, 2015-13-01 00:00:00",
        "C, 2015-02-29 00:00:00",
        "C, 2015-01-01 24:00:00",
        "C, 2015-01-01 00:00:00.1234567890",
        "C, 03/04/2024 10:00:00",
        "C, 2015-01-01",
        "C, 1500-01-01 00:00:00",
        "C, 2022-08-27T14:22:01+99:00"
    })
    void what_is_no_time_for_certain_is_none(String caption, String cell) {
        assertThat(Sinks.column(caption, cell).report().column(caption).kind())
                .isNotEqualTo(Kind.INSTANT);
    }

    @Test
    void nanoseconds_are_kept_in_a_column_beside() {
        TypedTable typed =
                Sinks.column("Time", "2025-01-01 00:00:00.123456789", "", "2025-01-01 00:00:01");

        assertThat(typed.table().columnNames()).containsExactly("Time", "Time ns");
        assertThat(typed.table().instantColumn("Time").asObjectArray())
                .containsExactly(
                        Instant.parse("2025-01-01T00:00:00.123Z"),
                        null,
                        Instant.parse("2025-01-01T00:00:01Z"));
        assertThat(typed.table().longColumn("Time ns").asObjectArray())
                .containsExactly(1735689600123456789L, null, 1735689601000000000L);
        assertThat(typed.report().column("Time").times().nanoseconds()).isTrue();
    }

    @Test
    void the_nanosecond_column_takes_no_name_that_the_parser_gives() {
        TypedTable typed =
                Sinks.rows(
                        TableOptions.defaults(),
                        java.util.List.of("T", "T ns"),
                        "2025-01-01 00:00:00.000001|x");

        assertThat(typed.table().columnNames()).containsExactly("T", "T ns 2", "T ns");
    }

    @Test
    void a_log_without_years_goes_over_new_years_eve() {
        TypedTable typed =
                Sinks.column(IN_2015, "T", "Nov 30 10:00:00", "Dec 31 23:59:59", "Jan  1 00:00:01");

        assertThat(typed.table().instantColumn("T").asList())
                .containsExactly(
                        Instant.parse("2014-11-30T10:00:00Z"),
                        Instant.parse("2014-12-31T23:59:59Z"),
                        Instant.parse("2015-01-01T00:00:01Z"));
        TimeReport report = typed.report().column("T").times();
        assertThat(report.assumedYear()).isEqualTo(2014);
        assertThat(report.backwards()).isZero();
        assertThat(report)
                .hasToString("MMM d HH:mm:ss[.S][,S], no year: taken from 2014 on, no zone");
    }

    @Test
    void a_29_february_says_that_the_year_is_a_leap_year() {
        TypedTable typed = Sinks.column(IN_2015, "T", "Feb 29 10:00:00", "Mar  1 10:00:00");

        assertThat(typed.table().instantColumn("T").get(0))
                .isEqualTo(Instant.parse("2012-02-29T10:00:00Z"));
    }

    @Test
    void mixed_zones_are_right_and_reported() {
        TypedTable typed =
                Sinks.column(
                        TableOptions.defaults().in(ZoneId.of("Europe/Berlin")),
                        "T",
                        "2022-08-27T14:00:00Z",
                        "2022-08-27T14:00:00+02:00",
                        "2022-08-27T14:00:00",
                        "2022-12-27T14:00:00");

        assertThat(typed.table().instantColumn("T").asList())
                .containsExactly(
                        Instant.parse("2022-08-27T14:00:00Z"),
                        Instant.parse("2022-08-27T12:00:00Z"),
                        Instant.parse("2022-08-27T12:00:00Z"),
                        Instant.parse("2022-12-27T13:00:00Z"));
        TimeReport report = typed.report().column("T").times();
        assertThat(report.zones()).containsExactly("Z", "+02:00");
        assertThat(report.withoutZone()).isTrue();
        assertThat(report.backwards()).isEqualTo(1);
        assertThat(report.firstBackwards()).isEqualTo(1);
    }

    @Test
    void a_declared_pattern_reads_what_nobody_could_guess() {
        TableOptions options =
                TableOptions.defaults()
                        .column("T", CellType.instant("dd/MM/yyyy H:mm").in(ZoneOffset.ofHours(1)));

        TypedTable typed = Sinks.column(options, "T", "03/04/2024 9:30", "04/13/2024 9:30", "-");

        assertThat(typed.table().instantColumn("T").asObjectArray())
                .containsExactly(Instant.parse("2024-04-03T08:30:00Z"), null, null);
        assertThat(typed.report().column("T").unparsed()).isEqualTo(1);
        assertThat(typed.report().column("T").dashes()).isEqualTo(1);
    }

    @Test
    void a_column_declared_a_time_finds_its_format_among_other_cells() {
        TableOptions options = TableOptions.defaults().column("T", CellType.instant());

        TypedTable typed = Sinks.column(options, "T", "boot", "1428634687", "1428634688");

        assertThat(typed.table().instantColumn("T").asObjectArray())
                .containsExactly(
                        null, Instant.ofEpochSecond(1428634687), Instant.ofEpochSecond(1428634688));
    }

    @Test
    void a_pattern_that_makes_no_sense_is_refused_at_once() {
        TableOptions options = TableOptions.defaults();

        assertThatThrownBy(() -> options.column("T", CellType.instant("yyyy-QQ")))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("\"yyyy-QQ\" has the letters QQ");
        assertThatThrownBy(() -> options.column("T", CellType.instant("[yyyy")))
                .hasMessageContaining("a [ without its ]");
        assertThatThrownBy(() -> options.column("T", CellType.instant("yyyy]")))
                .isInstanceOf(HostException.class);
    }

    @Test
    void what_a_cell_shares_with_the_one_before_is_not_read_wrongly() {
        TableOptions options =
                TableOptions.defaults()
                        .column("T", CellType.instant("EEE MMM d HH:mm:ss[.S][ X] yyyy"));

        TypedTable typed =
                Sinks.column(
                        options,
                        "T",
                        "Wed Oct 11 14:32:52.5 +0200 2000",
                        "Wed Oct 11 14:32:52 2001",
                        "Wed Oct 11 14:32:xx 2001",
                        "Wed Oct 11 14:32:53 2002",
                        "Wed Oct 11 14:32:",
                        "Wed Oct 11 14:32:53 1002",
                        "Wed Oct 11 14:33:53 2003");

        assertThat(typed.table().instantColumn("T").asObjectArray())
                .containsExactly(
                        Instant.parse("2000-10-11T12:32:52.500Z"),
                        Instant.parse("2001-10-11T14:32:52Z"),
                        null,
                        Instant.parse("2002-10-11T14:32:53Z"),
                        null,
                        null,
                        Instant.parse("2003-10-11T14:33:53Z"));
    }

    @Test
    void every_format_reads_what_it_prints() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            Instant time =
                    Instant.ofEpochSecond(
                            random.nextInt(2_000_000_000), random.nextInt(1_000_000_000));
            TypedTable typed = Sinks.column("T", time.toString());
            long nanoseconds = time.getEpochSecond() * 1_000_000_000L + time.getNano();
            assertThat(typed.table().longColumn("T ns").getLong(0))
                    .as("seed %s, %s", seed, time)
                    .isEqualTo(nanoseconds);
        }
    }
}

package dev.tamias.session;

import static dev.tamias.session.TestParsers.run;
import static dev.tamias.session.TestParsers.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Engine;
import dev.tamias.host.ParserHost;
import dev.tamias.host.RunLog;
import dev.tamias.model.Attachment;
import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.Limits;
import dev.tamias.model.Trouble;
import dev.tamias.session.SkippedRange.Reason;
import dev.tamias.source.BinaryByteSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parsers that break the rules of their interface, or go to its edges: what a session makes of each. */
@Timeout(120)
class ParserContractTest {

    private static final ParsePolicy DEFAULT = ParsePolicy.DEFAULT;

    private static Outcome parse(String script, int bytes) {
        return run(scripted(script), new byte[bytes], DEFAULT);
    }

    private static Outcome parse(String script, int bytes, ParsePolicy policy) {
        return run(scripted(script), new byte[bytes], policy);
    }

    private static void assertTrouble(Outcome outcome, Trouble trouble) {
        assertThat(outcome.failure()).isInstanceOf(GuestException.class);
        assertThat(outcome.sentence()).contains("\"scripted\"");
        assertThat(outcome.failure().trouble()).isEqualTo(trouble);
    }

    @Test
    void all_of_the_slice_may_be_consumed() {
        assertThat(parse("rlen", 300).counts())
                .isEqualTo("1 rows, 300 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @ParameterizedTest
    @CsvSource({
        "len+1, 301",
        "4294967296, 4294967296",
        "9223372036854775808, 9223372036854775808",
        "18446744073709551615, 18446744073709551615"
    })
    void more_than_the_slice_may_not_be_consumed(String consumed, String said) {
        Outcome outcome = parse("r" + consumed, 300);

        assertTrouble(outcome, Trouble.CONTRACT);
        assertThat(outcome.sentence())
                .contains("consumed " + said + " of 300 bytes in item 1")
                .contains("at byte 0");
        assertThat(outcome.counts()).isEqualTo("0 rows, 0 consumed, 0 skipped, 300 tail, FAILED");
    }

    @ParameterizedTest
    @CsvSource({"18446744073709551615", "9223372036854775808", "18446744073709551516", "201"})
    void sums_that_overflow_are_caught_at_their_item(String third) {
        Outcome outcome = parse("r50 r50 r" + third + " r1", 300);

        assertTrouble(outcome, Trouble.CONTRACT);
        assertThat(outcome.sentence())
                .contains("of 200 bytes in item 3")
                .contains("at byte 100 of");
        assertThat(outcome.items()).containsExactly("0+50 [row 1]", "50+50 [row 2]");
        assertThat(outcome.counts()).isEqualTo("2 rows, 100 consumed, 0 skipped, 200 tail, FAILED");
    }

    @Test
    void answers_without_progress_end_at_the_second() {
        Outcome empty = parse("@0 empty", 300);
        Outcome rows = parse("@0 r0", 300);

        assertTrouble(empty, Trouble.PARSE);
        assertThat(empty.sentence()).contains("2 times in a row").contains("300 bytes");
        assertThat(empty.counts()).isEqualTo("0 rows, 0 consumed, 0 skipped, 300 tail, FAILED");
        assertTrouble(rows, Trouble.PARSE);
        assertThat(rows.items()).containsExactly("0+0 [row 1]", "0+0 [row 2]");
    }

    /** A slice that shrank after each empty answer and grew again never came to its longest. */
    @Test
    @Timeout(60)
    void empty_answers_over_more_than_a_slice_come_to_an_end() {
        ParsePolicy slices = DEFAULT.withSlices(183, 1_787).withLongestSlice(3_574);

        Outcome empty = parse("r13 l9; @0 empty", 4_860, slices);

        assertTrouble(empty, Trouble.PARSE);
        assertThat(empty.counts()).isEqualTo("2 rows, 22 consumed, 0 skipped, 4838 tail, FAILED");
    }

    @Test
    void one_answer_without_progress_is_allowed_each_time() {
        assertThat(parse("r0; r5; empty; r5; s0; r0 r5", 15).counts())
                .isEqualTo("5 rows, 15 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void an_empty_answer_may_mean_that_more_is_needed() {
        ScriptedSource source = ScriptedSource.packets(5, 5, 5, 5);

        assertThat(run(scripted("empty; empty; empty; r20"), source, DEFAULT).counts())
                .isEqualTo("1 rows, 20 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void parse_errors_in_a_row_end_behind_two_thousand() {
        Outcome outcome = parse("r10; @0 parse", 5000);

        assertTrouble(outcome, Trouble.PARSE);
        assertThat(outcome.sentence())
                .contains("met 2001 parse errors in a row: as scripted")
                .contains("at byte 2010");
        assertThat(outcome.summary().parseErrors()).isEqualTo(2001);
        assertThat(outcome.summary().skippedRanges())
                .containsExactly(new SkippedRange(10, 2000, Reason.PARSE_ERROR));
        assertThat(outcome.counts())
                .isEqualTo("1 rows, 10 consumed, 2000 skipped, 2990 tail, FAILED");
    }

    @Test
    void two_thousand_parse_errors_between_items_are_fine() {
        assertThat(parse("r10; @2000 parse; r10; @2000 parse; r10", 4030).counts())
                .isEqualTo("3 rows, 30 consumed, 4000 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void parse_errors_do_not_count_as_requests_for_more() {
        // 51 of the one kind and then the other ended Chipmunk's session (D4).
        ScriptedSource source = ScriptedSource.packets(10, 60, 10);

        Outcome outcome = run(scripted("r10; @59 parse; incomplete; r11"), source, DEFAULT);

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.counts())
                .isEqualTo("2 rows, 21 consumed, 59 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void requests_for_more_of_a_source_that_brings_nothing_end_behind_fifty() {
        ScriptedSource source = ScriptedSource.packets(10);
        for (int at = 0; at < 60; at++) {
            source.nothing();
        }

        Outcome outcome = run(scripted("@0 incomplete"), source, DEFAULT);

        assertThat(outcome.failure()).isInstanceOf(HostException.class);
        assertThat(outcome.sentence())
                .contains("brought nothing 51 times in a row")
                .contains("at byte 10");
        assertThat(outcome.summary().incompletes()).isEqualTo(51);
    }

    @Test
    void requests_for_more_that_come_are_never_too_many() {
        ScriptedSource source = ScriptedSource.packets();
        for (int at = 0; at < 500; at++) {
            source.bytes(1);
        }

        Outcome outcome = run(scripted("@499 incomplete; r500"), source, DEFAULT);

        assertThat(outcome.counts())
                .isEqualTo("1 rows, 500 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void a_packet_behind_the_longest_slice_is_not_asked_for() {
        ScriptedSource source = ScriptedSource.packets(60, 60, 60);

        Outcome outcome = run(scripted("@0 incomplete"), source, DEFAULT.withLongestSlice(100));

        assertTrouble(outcome, Trouble.PARSE);
        assertThat(outcome.sentence()).contains("no whole item in 120 bytes");
    }

    @ParameterizedTest
    @CsvSource({"99", "100"})
    void an_input_as_long_as_the_longest_slice_has_an_end(int length) {
        Outcome outcome = parse("@0 incomplete", length, DEFAULT.withLongestSlice(100));

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.counts())
                .isEqualTo("0 rows, 0 consumed, 0 skipped, " + length + " tail, SOURCE_END");
    }

    @Test
    void a_million_items_in_one_answer_are_taken() {
        Engine engine =
                Engine.builder()
                        .limits(
                                Limits.defaults()
                                        .withLiftBytes(1L << 30)
                                        .withMemoryBytes(512L << 20))
                        .build();
        long[] rows = {0};

        ParseSummary summary =
                Engine.shared()
                        .executor()
                        .run(
                                () -> {
                                    try (ParseSession session =
                                            new ParseSession(
                                                    scripted(engine, 0, "r1*1000000"),
                                                    BinaryByteSource.of(new byte[1_000_000]),
                                                    DEFAULT.withSlices(1 << 20, 1 << 20))) {
                                        return session.run((a, b, c, d) -> rows[0]++);
                                    }
                                });

        assertThat(summary.rows()).isEqualTo(1_000_000).isEqualTo(rows[0]);
        assertThat(summary.consumed()).isEqualTo(1_000_000);
    }

    @Test
    void an_answer_beyond_the_limit_keeps_the_items_before_it() {
        Engine engine = Engine.builder().limits(Limits.defaults().withLiftBytes(200_000)).build();

        ParsePolicy whole = DEFAULT.withSlices(1 << 20, 1 << 20);
        Outcome outcome = run(scripted(engine, 0, "l60000*9"), new byte[600_000], whole);

        assertTrouble(outcome, Trouble.LIMIT);
        assertThat(outcome.items()).isNotEmpty();
        assertThat(outcome.summary().consumed()).isEqualTo(60_000L * outcome.items().size());
        assertThat(outcome.summary().total()).isEqualTo(600_000);
    }

    @Test
    void a_trap_in_the_midst_of_an_answer_keeps_the_items_before_it() {
        Outcome outcome = parse("r10 s5 r10 x10 r10", 100);

        assertTrouble(outcome, Trouble.TRAP);
        assertThat(outcome.items()).containsExactly("0+10 [row 1]", "15+10 [row 2]");
        assertThat(outcome.counts()).isEqualTo("2 rows, 20 consumed, 5 skipped, 75 tail, FAILED");
    }

    @Test
    void unrecoverable_ends_and_keeps_the_rows() {
        Outcome outcome = parse("r10; unrecoverable; r10", 100, DEFAULT.withRestarts(5));

        assertTrouble(outcome, Trouble.PARSE);
        assertThat(outcome.sentence()).contains("cannot go on: as scripted").contains("byte 10");
        assertThat(outcome.counts()).isEqualTo("1 rows, 10 consumed, 0 skipped, 90 tail, FAILED");
    }

    @ParameterizedTest
    @CsvSource({"trap", "r90", "r10 x10"})
    void a_fresh_parser_goes_on_at_the_last_consumed_byte(String failure) {
        // Each instance makes rows of its own before it fails.
        RunLog log = new RunLog();
        Outcome outcome =
                run(
                        scripted(log, "r10 s5; r15; " + failure),
                        new byte[100],
                        DEFAULT.withRestarts(10));

        int each = failure.startsWith("r10") ? 40 : 30;
        assertThat(outcome.items().get(0)).isEqualTo("0+10 [row 1]");
        assertThat(outcome.items()).contains(each + "+10 [row 1]", 2 * each + "+10 [row 1]");
        assertThat(outcome.summary().total()).isEqualTo(100);
        assertThat(outcome.summary().restarts()).isBetween(2, 10);
        assertThat(log.entries())
                .filteredOn(entry -> entry.kind() == RunLog.Kind.SESSION)
                .hasSize(outcome.summary().restarts())
                .first()
                .satisfies(entry -> assertThat(entry.offset()).hasValue(each))
                .satisfies(entry -> assertThat(entry.text()).contains("fresh instance"));
    }

    @Test
    void restarts_are_bounded() {
        Outcome outcome = parse("trap", 100, DEFAULT.withRestarts(3));

        assertTrouble(outcome, Trouble.TRAP);
        assertThat(outcome.summary().restarts()).isEqualTo(3);
        assertThat(outcome.counts()).isEqualTo("0 rows, 0 consumed, 0 skipped, 100 tail, FAILED");
    }

    @Test
    void an_endless_loop_is_stopped_and_a_fresh_parser_goes_on() {
        Engine engine =
                Engine.builder()
                        .limits(Limits.defaults().withCallTime(Duration.ofSeconds(2)))
                        .build();

        Outcome outcome =
                run(scripted(engine, 0, "r10; loop"), new byte[20], DEFAULT.withRestarts(1));

        assertThat(outcome.items()).containsExactly("0+10 [row 1]", "10+10 [row 1]");
        assertThat(outcome.summary().restarts()).isEqualTo(1);
    }

    @Test
    void rows_of_another_width_are_kept_and_counted() {
        Outcome outcome = run(scripted(3, "c5:3 c5:2 c5:4 l5"), new byte[20], DEFAULT);

        assertThat(outcome.items()).hasSize(4).contains("5+5 [cell, cell]");
        assertThat(outcome.summary().columnMismatches()).isEqualTo(3);
    }

    @Test
    void rows_of_another_width_are_an_error_where_the_policy_is_strict() {
        Outcome outcome =
                run(
                        scripted(3, "c5:3 c5:2 c5:3"),
                        new byte[20],
                        DEFAULT.withStrictColumns(true).withRestarts(5));

        assertTrouble(outcome, Trouble.CONTRACT);
        assertThat(outcome.sentence()).contains("a row of 2 cells and declares 3 columns");
        assertThat(outcome.counts()).isEqualTo("1 rows, 5 consumed, 0 skipped, 15 tail, FAILED");
    }

    @Test
    void columns_of_a_parser_that_declares_none_are_kept_and_counted() {
        Outcome outcome = parse("c5:2 r5", 10);

        assertThat(outcome.items()).containsExactly("0+5 [cell, cell]", "5+5 [row 2]");
        assertThat(outcome.summary().columnMismatches()).isEqualTo(1);
    }

    @Test
    void attachments_are_handed_on_as_they_are_and_lies_about_sizes_are_counted() {
        Outcome outcome = parse("a5:4:../../x a5:18446744073709551615:y b5:4:z", 15);

        assertThat(outcome.items()).containsExactly("0+5 ../../x", "5+5 y", "10+5 [row 1] z");
        assertThat(outcome.summary().attachments()).isEqualTo(3);
        assertThat(outcome.summary().sizeMismatches()).isEqualTo(1);
        assertThat(outcome.summary().columnMismatches()).isZero();
    }

    @Test
    void a_row_may_hold_a_line_feed_and_stays_one() {
        byte[] input = "one\ntwo\r\n".getBytes(StandardCharsets.UTF_8);

        Outcome outcome = run(scripted("l9"), input, DEFAULT);

        assertThat(outcome.items()).containsExactly("0+9 [one\ntwo\r\n]");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2"})
    void the_separator_of_columns_is_text_where_there_is_one_column(int columns, int cells) {
        byte[] input = {'a', 4, 'b'};

        Outcome outcome = run(scripted(columns, "l3"), input, DEFAULT);

        assertThat(outcome.items()).containsExactly(cells == 1 ? "0+3 [a\u0004b]" : "0+3 [a, b]");
        assertThat(outcome.summary().columnMismatches()).isZero();
    }

    @Test
    void the_time_of_a_packet_reaches_the_parser() {
        ScriptedSource source = ScriptedSource.packets(5).recordedAt(1_700_000_000_123L);

        assertThat(run(scripted("t5"), source, DEFAULT).items())
                .containsExactly("0+5 [1700000000123]");
    }

    @Test
    void what_the_sink_throws_is_no_failure_of_the_parser() {
        GuestException inner = new GuestException(Trouble.TRAP, "Another parser trapped.");
        AtomicReference<ParseSummary> summary = new AtomicReference<>();
        List<ParserHost> opened = new ArrayList<>();
        ParserFactory counting =
                () -> {
                    opened.add(scripted("@0 r10").open());
                    return opened.get(opened.size() - 1);
                };

        assertThatThrownBy(
                        () ->
                                Engine.shared()
                                        .executor()
                                        .run(
                                                () -> {
                                                    ParseSession session =
                                                            new ParseSession(
                                                                    counting,
                                                                    BinaryByteSource.of(
                                                                            new byte[30]),
                                                                    DEFAULT.withRestarts(9));
                                                    try (session) {
                                                        return session.run(
                                                                (at, length, cells, attachment) -> {
                                                                    if (at == 10) {
                                                                        throw inner;
                                                                    }
                                                                });
                                                    } finally {
                                                        summary.set(session.summary());
                                                    }
                                                }))
                .isSameAs(inner);

        assertThat(opened).hasSize(1);
        assertThat(summary.get().consumed()).isEqualTo(10);
        assertThat(summary.get().total()).isEqualTo(30);
    }

    @Test
    void an_attachment_keeps_what_the_parser_said_of_it() {
        List<Attachment> attachments = new ArrayList<>();
        Engine.shared()
                .executor()
                .run(
                        () ->
                                new ParseSession(
                                                scripted("a5:99:x"),
                                                BinaryByteSource.of(new byte[5]),
                                                DEFAULT)
                                        .run((a, b, c, attachment) -> attachments.add(attachment)));

        assertThat(attachments.get(0).size()).isEqualTo(99);
        assertThat(attachments.get(0).data()).hasSize(4);
    }
}

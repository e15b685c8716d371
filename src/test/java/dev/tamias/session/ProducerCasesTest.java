package dev.tamias.session;

import static dev.tamias.session.TestParsers.run;
import static dev.tamias.session.TestParsers.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.source.ByteSource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The cases that Chipmunk tests its producer loop with, on a real parser. There the end of data is an
 * answer that can be followed by more; here a source says whether it has ended.
 */
class ProducerCasesTest {

    private static Outcome parse(String script, ByteSource source) {
        return run(scripted(script), source, ParsePolicy.DEFAULT);
    }

    private static Outcome parse(String script, int bytes) {
        return run(scripted(script), new byte[bytes], ParsePolicy.DEFAULT);
    }

    /** The parser answers with one item at most. */
    @Nested
    class OneItemACall {

        @Test
        void an_empty_source_ends_at_once_with_nothing() {
            Outcome outcome = parse("r1", ScriptedSource.packets());

            assertThat(outcome.items()).isEmpty();
            assertThat(outcome.counts())
                    .isEqualTo("0 rows, 0 consumed, 0 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void a_source_that_fails_at_its_first_load_fails_the_session() {
            Outcome outcome = parse("r1", ScriptedSource.packets().failure());

            assertThat(outcome.failure()).isInstanceOf(HostException.class);
            assertThat(outcome.counts()).isEqualTo("0 rows, 0 consumed, 0 skipped, 0 tail, FAILED");
        }

        @Test
        void a_line_without_its_end_is_kept() {
            byte[] input = "{\"key\":\"value\"}".getBytes(StandardCharsets.UTF_8);
            ParsePolicy newline = ParsePolicy.DEFAULT.withTail(ParsePolicy.Tail.NEWLINE);

            Outcome outcome = run(TestParsers.bundled("lines"), input, newline);

            assertThat(outcome.items()).containsExactly("0+15 [{\"key\":\"value\"}]");
            assertThat(outcome.counts())
                    .isEqualTo("1 rows, 15 consumed, 0 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void an_item_and_then_bytes_that_the_parser_passes_over() {
            Outcome outcome = parse("r5; s5", ScriptedSource.packets(10));

            assertThat(outcome.items()).containsExactly("0+5 [row 1]");
            assertThat(outcome.summary().skippedRanges())
                    .containsExactly(new SkippedRange(5, 5, SkippedRange.Reason.PARSER));
            assertThat(outcome.counts())
                    .isEqualTo("1 rows, 5 consumed, 5 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void an_item_that_comes_in_three_packets() {
            Outcome outcome =
                    parse("incomplete; incomplete; r5; r25", ScriptedSource.packets(10, 10, 10));

            assertThat(outcome.items()).containsExactly("0+5 [row 1]", "5+25 [row 2]");
            assertThat(outcome.summary().incompletes()).isEqualTo(2);
            assertThat(outcome.counts())
                    .isEqualTo("2 rows, 30 consumed, 0 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void a_source_that_fails_when_the_parser_asks_for_more_fails_the_session() {
            Outcome outcome = parse("incomplete", ScriptedSource.packets(10).failure());

            assertThat(outcome.failure()).isInstanceOf(HostException.class);
            assertThat(outcome.sentence()).contains("\"scripted\"").contains("at byte 10");
            assertThat(outcome.counts())
                    .isEqualTo("0 rows, 0 consumed, 0 skipped, 10 tail, FAILED");
        }

        @Test
        void a_parser_that_says_that_all_is_done_ends_the_session() {
            Outcome outcome = parse("eof", ScriptedSource.packets(10));

            assertThat(outcome.items()).isEmpty();
            assertThat(outcome.counts())
                    .isEqualTo("0 rows, 0 consumed, 0 skipped, 10 tail, PARSER_EOF");
        }

        @Test
        void parse_errors_from_the_first_byte_on_end_a_source_of_single_bytes_at_the_limit() {
            ScriptedSource source = ScriptedSource.packets();
            for (int at = 0; at < 1026; at++) {
                source.bytes(1);
            }

            Outcome outcome = parse("@0 parse", source);

            assertThat(outcome.failure()).isInstanceOf(GuestException.class);
            assertThat(outcome.sentence()).contains("no item in the first 1024 bytes");
            assertThat(outcome.summary().parseErrors()).isEqualTo(1025);
            assertThat(outcome.counts())
                    .isEqualTo("0 rows, 0 consumed, 1024 skipped, 1 tail, FAILED");
        }

        @Test
        void items_before_and_behind_parse_errors_are_found() {
            Outcome outcome = parse("r10; @3 parse; r10", ScriptedSource.packets(10, 3, 10));

            assertThat(outcome.items()).containsExactly("0+10 [row 1]", "13+10 [row 2]");
            assertThat(outcome.summary().skippedRanges())
                    .containsExactly(new SkippedRange(10, 3, SkippedRange.Reason.PARSE_ERROR));
            assertThat(outcome.counts())
                    .isEqualTo("2 rows, 20 consumed, 3 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void parse_errors_up_to_the_end_are_skipped_and_told() {
            Outcome outcome = parse("r10; @3 parse", ScriptedSource.packets(10, 3));

            assertThat(outcome.items()).containsExactly("0+10 [row 1]");
            assertThat(outcome.failure()).isNull();
            assertThat(outcome.counts())
                    .isEqualTo("1 rows, 10 consumed, 3 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void a_source_that_fails_behind_parse_errors_fails_the_session_and_rows_stay() {
            Outcome outcome = parse("r10; @3 parse", ScriptedSource.packets(10, 3).failure());

            assertThat(outcome.items()).containsExactly("0+10 [row 1]");
            assertThat(outcome.failure()).isInstanceOf(HostException.class);
            assertThat(outcome.counts())
                    .isEqualTo("1 rows, 10 consumed, 3 skipped, 0 tail, FAILED");
        }

        @Test
        void all_bytes_that_the_parser_passes_over_are_counted() {
            Outcome outcome = parse("r3; s2; s15", 20);

            assertThat(outcome.items()).containsExactly("0+3 [row 1]");
            assertThat(outcome.counts())
                    .isEqualTo("1 rows, 3 consumed, 17 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void a_source_is_drained_through_items_and_a_parse_error() {
            Outcome outcome = parse("r5; parse; r5; r9", 20);

            assertThat(outcome.items())
                    .containsExactly("0+5 [row 1]", "6+5 [row 2]", "11+9 [row 3]");
            assertThat(outcome.counts())
                    .isEqualTo("3 rows, 19 consumed, 1 skipped, 0 tail, SOURCE_END");
        }
    }

    /** The parser answers with several items. */
    @Nested
    class ManyItemsACall {

        @Test
        void items_and_then_bytes_that_the_parser_passes_over() {
            Outcome outcome = parse("r4 r6; s4 s6", 20);

            assertThat(outcome.items()).containsExactly("0+4 [row 1]", "4+6 [row 2]");
            assertThat(outcome.summary().skippedRanges())
                    .containsExactly(new SkippedRange(10, 10, SkippedRange.Reason.PARSER));
            assertThat(outcome.counts())
                    .isEqualTo("2 rows, 10 consumed, 10 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void items_that_come_in_three_packets() {
            Outcome outcome =
                    parse("incomplete; incomplete; r5 r25", ScriptedSource.packets(10, 10, 10));

            assertThat(outcome.items()).containsExactly("0+5 [row 1]", "5+25 [row 2]");
            assertThat(outcome.counts())
                    .isEqualTo("2 rows, 30 consumed, 0 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void items_before_and_behind_parse_errors_are_found() {
            Outcome outcome = parse("r10 r5; @3 parse; r10 r5", 33);

            assertThat(outcome.items())
                    .containsExactly(
                            "0+10 [row 1]", "10+5 [row 2]", "18+10 [row 3]", "28+5 [row 4]");
            assertThat(outcome.counts())
                    .isEqualTo("4 rows, 30 consumed, 3 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void all_bytes_that_the_parser_passes_over_are_counted() {
            Outcome outcome = parse("r3 r5; s2 s4; s15", 29);

            assertThat(outcome.items()).containsExactly("0+3 [row 1]", "3+5 [row 2]");
            assertThat(outcome.counts())
                    .isEqualTo("2 rows, 8 consumed, 21 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void parse_errors_from_the_first_byte_on_end_one_long_slice_at_the_limit() {
            Outcome outcome = parse("@0 parse", 2048);

            assertThat(outcome.failure()).isInstanceOf(GuestException.class);
            assertThat(outcome.counts())
                    .isEqualTo("0 rows, 0 consumed, 1024 skipped, 1024 tail, FAILED");
        }

        @Test
        void items_and_parse_errors_in_turn_up_to_the_end() {
            Outcome outcome = parse("r4 r6; @2 parse; r4 r10; @4 parse", 30);

            assertThat(outcome.items())
                    .containsExactly("0+4 [row 1]", "4+6 [row 2]", "12+4 [row 3]", "16+10 [row 4]");
            assertThat(outcome.summary().skippedRanges())
                    .containsExactly(
                            new SkippedRange(10, 2, SkippedRange.Reason.PARSE_ERROR),
                            new SkippedRange(26, 4, SkippedRange.Reason.PARSE_ERROR));
            assertThat(outcome.counts())
                    .isEqualTo("4 rows, 24 consumed, 6 skipped, 0 tail, SOURCE_END");
        }
    }
}

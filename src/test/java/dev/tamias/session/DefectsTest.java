package dev.tamias.session;

import static dev.tamias.session.TestParsers.bundled;
import static dev.tamias.session.TestParsers.run;
import static dev.tamias.session.TestParsers.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParsePolicy.Tail;
import dev.tamias.session.SkippedRange.Reason;
import dev.tamias.source.BinaryByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Defects that were found in Chipmunk's producer and sources, and are none here. */
class DefectsTest {

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A stream that fails behind those bytes. */
    private static InputStream failing(byte[] bytes) {
        return new SequenceInputStream(
                new ByteArrayInputStream(bytes),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                });
    }

    @Test
    void d1_an_error_of_the_source_is_not_taken_for_the_end() {
        InputStream stream = failing(text("one\ntwo\nthr"));
        BinaryByteSource source = new BinaryByteSource("log", stream, OptionalLong.of(100));

        Outcome outcome = run(bundled("lines"), source, ParsePolicy.DEFAULT);

        assertThat(outcome.items()).containsExactly("0+4 [one]", "4+4 [two]");
        assertThat(outcome.failure()).isInstanceOf(HostException.class);
        assertThat(outcome.failure().trouble()).isEqualTo(Trouble.INPUT);
        assertThat(outcome.sentence()).contains("\"log\" failed at byte 11: the disk is gone");
        assertThat(outcome.counts()).isEqualTo("2 rows, 8 consumed, 0 skipped, 92 tail, FAILED");
    }

    @Test
    void d1_items_before_the_error_are_parsed_one_call_at_a_time() {
        BinaryByteSource source =
                new BinaryByteSource("log", failing(new byte[30]), OptionalLong.empty());

        Outcome outcome = run(scripted("@0 r5"), source, ParsePolicy.DEFAULT);

        assertThat(outcome.items()).hasSize(6);
        assertThat(outcome.sentence()).contains("at byte 30");
        assertThat(outcome.counts()).isEqualTo("6 rows, 30 consumed, 0 skipped, 0 tail, FAILED");
    }

    @ParameterizedTest
    @EnumSource(Tail.class)
    void d3_a_long_incomplete_end_is_no_error(Tail policy) {
        String tail = "é".repeat(5_000);
        byte[] input = text("one\n" + tail);

        Outcome outcome = run(bundled("lines"), input, ParsePolicy.DEFAULT.withTail(policy));

        assertThat(outcome.failure()).isNull();
        String row = "4+10000 [" + tail + "]";
        switch (policy) {
            case REPORT -> {
                assertThat(outcome.items()).containsExactly("0+4 [one]");
                assertThat(outcome.summary().tailOffset()).isEqualTo(4);
                assertThat(outcome.counts())
                        .isEqualTo("1 rows, 4 consumed, 0 skipped, 10000 tail, SOURCE_END");
            }
            case DROP -> {
                assertThat(outcome.items()).containsExactly("0+4 [one]");
                assertThat(outcome.summary().skippedRanges())
                        .containsExactly(new SkippedRange(4, 10_000, Reason.TAIL));
                assertThat(outcome.counts())
                        .isEqualTo("1 rows, 4 consumed, 10000 skipped, 0 tail, SOURCE_END");
            }
            case NEWLINE, EMIT_RAW -> {
                assertThat(outcome.items()).containsExactly("0+4 [one]", row);
                assertThat(outcome.counts())
                        .isEqualTo("2 rows, 10004 consumed, 0 skipped, 0 tail, SOURCE_END");
            }
        }
    }

    @Test
    void d3_a_raw_end_has_a_cell_a_column() {
        Outcome outcome =
                run(scripted(3, "c5:3"), new byte[7], ParsePolicy.DEFAULT.withTail(Tail.EMIT_RAW));

        assertThat(outcome.items()).containsExactly("0+5 [cell, cell, cell]", "5+2 [\0\0, , ]");
        assertThat(outcome.summary().columnMismatches()).isZero();
    }

    @Test
    void d3_an_end_that_a_line_feed_does_not_help_is_left() {
        Outcome outcome =
                run(
                        scripted("r5; incomplete; incomplete"),
                        new byte[7],
                        ParsePolicy.DEFAULT.withTail(Tail.NEWLINE));

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.counts()).isEqualTo("1 rows, 5 consumed, 0 skipped, 2 tail, SOURCE_END");
    }

    @Test
    void d3_an_end_of_several_items_is_parsed_to_its_own_end() {
        Outcome outcome =
                run(
                        scripted("incomplete; r3; r3; r2"),
                        new byte[7],
                        ParsePolicy.DEFAULT.withTail(Tail.NEWLINE));

        // The last item takes the line feed that is none of the input.
        assertThat(outcome.items()).containsExactly("0+3 [row 1]", "3+3 [row 2]", "6+1 [row 3]");
        assertThat(outcome.counts()).isEqualTo("3 rows, 7 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void d12_skipped_bytes_are_in_the_final_counts_and_ranges_are_merged() {
        Outcome outcome =
                run(scripted("r10; s5 s5; s10; @5 parse; r5"), new byte[40], ParsePolicy.DEFAULT);

        assertThat(outcome.summary().skippedRanges())
                .containsExactly(
                        new SkippedRange(10, 20, Reason.PARSER),
                        new SkippedRange(30, 5, Reason.PARSE_ERROR));
        assertThat(outcome.summary().skippedRangeCount()).isEqualTo(2);
        assertThat(outcome.counts())
                .isEqualTo("2 rows, 15 consumed, 25 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void d12_the_list_of_ranges_is_bounded_and_their_number_is_not() {
        Outcome outcome = run(scripted("@0 r1 s1"), new byte[5_000], ParsePolicy.DEFAULT);

        assertThat(outcome.summary().skippedRanges()).hasSize(1_000);
        assertThat(outcome.summary().skippedRanges().get(999).offset()).isEqualTo(1_999);
        assertThat(outcome.summary().skippedRangeCount()).isEqualTo(2_500);
        assertThat(outcome.summary().skipped()).isEqualTo(2_500);
    }

    @Test
    void d14_a_packet_longer_than_8_kib_is_parsed_whole() {
        byte[] packet = text(("x".repeat(99) + "\n").repeat(600));
        ScriptedSource source = ScriptedSource.packets().bytes(packet).bytes(packet);

        Outcome outcome = run(bundled("lines"), source, ParsePolicy.DEFAULT);

        assertThat(outcome.counts())
                .isEqualTo("1200 rows, 120000 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void a_limit_is_exact_within_an_answer() {
        RowCount rows = new RowCount();
        ParseSummary summary =
                rows.of(
                        () ->
                                new ParseSession(
                                                scripted("r10*5 s5 a5:4:x; r10*5"),
                                                BinaryByteSource.of(new byte[100]),
                                                ParsePolicy.DEFAULT)
                                        .limit(3));

        assertThat(rows.count).isEqualTo(3);
        assertThat(summary.rows()).isEqualTo(3);
        assertThat(summary.end()).isEqualTo(ParseSummary.End.LIMIT);
        assertThat(summary.consumed()).isEqualTo(30);
        assertThat(summary.tail()).isEqualTo(70);
        assertThat(summary.tailOffset()).isEqualTo(30);
    }

    @Test
    void a_limit_of_no_rows_reads_nothing() {
        RowCount rows = new RowCount();
        ParseSummary summary =
                rows.of(
                        () ->
                                new ParseSession(
                                                scripted("trap"),
                                                BinaryByteSource.of(new byte[100]),
                                                ParsePolicy.DEFAULT)
                                        .limit(0));

        assertThat(summary.end()).isEqualTo(ParseSummary.End.LIMIT);
        assertThat(summary.tail()).isEqualTo(100);
    }

    /** Runs a session and counts its rows. */
    private static final class RowCount {
        private int count;

        private ParseSummary of(java.util.function.Supplier<ParseSession> session) {
            return dev.tamias.engine.Engine.shared()
                    .executor()
                    .run(
                            () -> {
                                try (ParseSession each = session.get()) {
                                    return each.run((a, b, c, d) -> count++);
                                }
                            });
        }
    }
}

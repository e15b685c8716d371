package dev.tamias.session;

import static dev.tamias.session.TestParsers.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Deadline;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Interrupted;
import dev.tamias.session.ParseSummary.End;
import dev.tamias.source.BinaryByteSource;
import dev.tamias.source.ByteSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions that are interrupted, resumed and cancelled. */
@Timeout(60)
class CancellationTest {

    private static final int INTERRUPTS = 60;

    private static <T> CompletableFuture<T> onGuestThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> Engine.shared().executor().run(work::get));
    }

    private static ParseSession session(String script, ByteSource source) {
        return new ParseSession(scripted(script), source, ParsePolicy.DEFAULT);
    }

    private static ParseSession session(String script, int bytes) {
        return session(script, BinaryByteSource.of(new byte[bytes]));
    }

    private static ParseSession session(ParserSeat seat, int bytes) {
        return new ParseSession(seat, BinaryByteSource.of(new byte[bytes]), ParsePolicy.DEFAULT);
    }

    /** Packets of so many bytes, each of which comes only after the session was interrupted often. */
    private static ScriptedSource slow(int... packets) {
        ScriptedSource source = new ScriptedSource(true);
        for (int length : packets) {
            source.untilInterrupted(INTERRUPTS).bytes(length);
        }
        return source;
    }

    /** The cases that Chipmunk tests: a call is given up again and again, and goes on where it was. */
    @Nested
    class Resumed {

        private Outcome interruptedAgainAndAgain(String script, ScriptedSource source) {
            CompletableFuture<Thread> runner = new CompletableFuture<>();
            CompletableFuture<Outcome> outcome =
                    onGuestThread(
                            () -> {
                                runner.complete(Thread.currentThread());
                                return resumed(session(script, source));
                            });
            Thread thread = runner.join();
            while (!outcome.isDone()) {
                if (tryAcquire(source)) {
                    thread.interrupt();
                }
            }
            return outcome.join();
        }

        private static boolean tryAcquire(ScriptedSource source) {
            try {
                return source.waiting.tryAcquire(10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Outcome resumed(ParseSession session) {
            List<String> items = new ArrayList<>();
            int interrupts = 0;
            try (session) {
                while (!session.done()) {
                    try {
                        session.step(
                                (offset, length, cells, attachment) ->
                                        items.add(offset + "+" + length + " " + cells));
                    } catch (Interrupted e) {
                        assertThat(Thread.interrupted()).isTrue();
                        interrupts++;
                    }
                }
                assertThat(interrupts).isGreaterThanOrEqualTo(3 * INTERRUPTS);
                return new Outcome(items, session.summary(), null);
            }
        }

        @Test
        void items_alone() {
            Outcome outcome = interruptedAgainAndAgain("r5; r4; r6", slow(5, 4, 6));

            assertThat(outcome.items())
                    .containsExactly("0+5 [row 1]", "5+4 [row 2]", "9+6 [row 3]");
            assertThat(outcome.counts())
                    .isEqualTo("3 rows, 15 consumed, 0 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void a_parser_that_asks_for_more() {
            Outcome outcome =
                    interruptedAgainAndAgain(
                            "r5; r4; incomplete; incomplete; r18", slow(5, 4, 6, 6, 6));

            assertThat(outcome.items())
                    .containsExactly("0+5 [row 1]", "5+4 [row 2]", "9+18 [row 3]");
            assertThat(outcome.counts())
                    .isEqualTo("3 rows, 27 consumed, 0 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void a_parser_that_says_that_all_is_done() {
            Outcome outcome = interruptedAgainAndAgain("r5; r4; r6; eof", slow(5, 4, 6, 1));

            assertThat(outcome.items()).hasSize(3);
            assertThat(outcome.counts())
                    .isEqualTo("3 rows, 15 consumed, 0 skipped, 1 tail, PARSER_EOF");
        }

        @Test
        void parse_errors_within_a_packet() {
            Outcome outcome = interruptedAgainAndAgain("r5; r4; @2 parse; r4", slow(5, 4, 6));

            assertThat(outcome.items())
                    .containsExactly("0+5 [row 1]", "5+4 [row 2]", "11+4 [row 3]");
            assertThat(outcome.counts())
                    .isEqualTo("3 rows, 13 consumed, 2 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void parse_errors_over_a_whole_packet() {
            Outcome outcome = interruptedAgainAndAgain("r5; r4; @6 parse; r6", slow(5, 4, 6, 6));

            assertThat(outcome.items())
                    .containsExactly("0+5 [row 1]", "5+4 [row 2]", "15+6 [row 3]");
            assertThat(outcome.counts())
                    .isEqualTo("3 rows, 15 consumed, 6 skipped, 0 tail, SOURCE_END");
        }

        @Test
        void a_deadline_a_step() {
            ScriptedSource source = slow(5, 4, 6);
            List<String> items = new ArrayList<>();

            ParseSummary summary =
                    onGuestThread(
                                    () -> {
                                        try (ParseSession session = session("r5; r4; r6", source)) {
                                            while (!session.done()) {
                                                stepWithin2Ms(session, source, items);
                                            }
                                            return session.summary();
                                        }
                                    })
                            .join();

            assertThat(items).containsExactly("0+5", "5+4", "9+6");
            assertThat(summary.end()).isEqualTo(End.SOURCE_END);
        }

        /** Only a source that waits is given a deadline: a parser that is stopped is gone. */
        @SuppressWarnings("try") // the deadline is for the thread
        private static void stepWithin2Ms(
                ParseSession session, ScriptedSource source, List<String> items) {
            Duration time = source.waits() ? Duration.ofMillis(2) : Duration.ofMinutes(1);
            try (Deadline deadline = Engine.shared().executor().deadline(time)) {
                session.step(
                        (offset, length, cells, attachment) -> items.add(offset + "+" + length));
            } catch (Interrupted e) {
                assertThat(source.length()).isZero();
            }
        }
    }

    /** What {@link ParseSession#cancel} ends, wherever the session is. */
    @Nested
    class Cancelled {

        private static ParseSummary cancelledBehindARow(ParseSession session)
                throws InterruptedException {
            CountDownLatch row = new CountDownLatch(1);
            CompletableFuture<ParseSummary> running = onGuestThread(() -> unharmed(session, row));
            row.await();
            session.cancel();
            ParseSummary summary = running.join();
            session.close();
            return summary;
        }

        private static ParseSummary unharmed(ParseSession session, CountDownLatch row) {
            ParseSummary summary =
                    session.run((offset, length, cells, attachment) -> row.countDown());
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return summary;
        }

        @Test
        void before_it_starts() {
            Outcome outcome =
                    onGuestThread(
                                    () -> {
                                        try (ParseSession session = session("@0 r1", 10)) {
                                            session.cancel();
                                            return Outcome.of(session);
                                        }
                                    })
                            .join();

            assertThat(outcome.counts())
                    .isEqualTo("0 rows, 0 consumed, 0 skipped, 10 tail, CANCELLED");
        }

        @Test
        void in_the_parsers_code() throws InterruptedException {
            ParseSummary summary = cancelledBehindARow(open("r5; loop", 10));

            assertThat(summary.end()).isEqualTo(End.CANCELLED);
            assertThat(summary.consumed()).isEqualTo(5);
            assertThat(summary.tail()).isEqualTo(5);
        }

        private static ParseSession open(String script, int bytes) {
            return onGuestThread(() -> session(script, bytes)).join();
        }

        @Test
        void in_a_source_that_waits() throws InterruptedException {
            ScriptedSource source = new ScriptedSource(true).bytes(5).untilInterrupted(1).bytes(5);
            ParseSession session = onGuestThread(() -> session("@0 r5", source)).join();
            CompletableFuture<ParseSummary> running =
                    onGuestThread(() -> unharmed(session, new CountDownLatch(1)));
            source.waiting.acquire();

            session.cancel();

            assertThat(running.join().end()).isEqualTo(End.CANCELLED);
            assertThat(session.summary().consumed()).isEqualTo(5);
            assertThat(session.done()).isTrue();
            session.close();
        }

        @Test
        void in_the_midst_of_an_answer() {
            ParseSession session = open("r1*100000; @0 r1", 100_000);
            List<Long> offsets = new ArrayList<>();

            ParseSummary summary =
                    onGuestThread(
                                    () ->
                                            session.run(
                                                    (offset, length, cells, attachment) -> {
                                                        offsets.add(offset);
                                                        if (offset == 1000) {
                                                            session.cancel();
                                                        }
                                                    }))
                            .join();

            assertThat(summary.end()).isEqualTo(End.CANCELLED);
            assertThat(offsets).hasSizeBetween(1001, 1300);
            assertThat(summary.consumed()).isEqualTo(offsets.size());
            assertThat(summary.tail()).isEqualTo(100_000 - offsets.size());
            session.close();
        }

        @Test
        void again_and_after_its_end() {
            ParseSession session = open("@0 r5", 10);
            ParseSummary summary = onGuestThread(() -> session.run((a, b, c, d) -> {})).join();

            session.cancel();
            session.cancel();

            assertThat(summary.end()).isEqualTo(End.SOURCE_END);
            assertThat(session.summary()).isEqualTo(summary);
            session.close();
        }

        @Test
        void and_the_next_session_on_the_seat_has_a_fresh_parser() {
            ParserSeat seat = onGuestThread(() -> new ParserSeat(scripted("r1*1000; eof"))).join();
            ParseSession first = session(seat, 1000);
            ParseSession second = session(seat, 1000);

            ParseSummary cancelled =
                    onGuestThread(() -> first.run((a, b, c, d) -> first.cancel())).join();
            ParseSummary whole = onGuestThread(() -> second.run((a, b, c, d) -> {})).join();

            assertThat(cancelled.end()).isEqualTo(End.CANCELLED);
            assertThat(whole.end()).isEqualTo(End.SOURCE_END);
            assertThat(whole.rows()).isEqualTo(1000);
            seat.close();
        }
    }

    @Test
    void an_interrupt_of_the_thread_is_thrown_and_its_flag_stays() {
        List<Long> offsets = new ArrayList<>();
        onGuestThread(
                        () -> {
                            ParseSession session = session("r1*2000", 2000);
                            assertThatThrownBy(
                                            () ->
                                                    session.run(
                                                            (offset, length, cells, attachment) -> {
                                                                offsets.add(offset);
                                                                Thread.currentThread().interrupt();
                                                            }))
                                    .isInstanceOf(Interrupted.class);
                            assertThat(Thread.interrupted()).isTrue();
                            assertThat(session.summary().end()).isEqualTo(End.CANCELLED);
                            assertThat(session.summary().consumed()).isEqualTo(offsets.size());
                            assertThat(session.done()).isTrue();
                            session.close();
                            return true;
                        })
                .join();

        assertThat(offsets).hasSize(256);
    }

    @Test
    void a_session_is_at_work_in_one_call_at_a_time() {
        onGuestThread(
                        () -> {
                            ParseSession session = session("@0 r5", 10);
                            assertThatThrownBy(
                                            () ->
                                                    session.run(
                                                            (offset, length, cells, attachment) ->
                                                                    session.step(
                                                                            (a, b, c, d) -> {})))
                                    .isInstanceOf(IllegalStateException.class)
                                    .hasMessageContaining("at work");
                            session.close();
                            return true;
                        })
                .join();
    }
}

package dev.tamias.session;

import static dev.tamias.session.TestParsers.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import dev.tamias.model.TamiasException;
import dev.tamias.source.BinaryByteSource;
import dev.tamias.source.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a parser answers, a session comes to an end, and each byte of the input is consumed by an
 * item, skipped or left, and told so. {@code -Dtamias.seed} repeats a run.
 */
@Timeout(300)
class RandomScriptsTest {

    private static final int SCRIPTS = 500;

    private static final List<String> ERRORS =
            List.of("parse", "@7 parse", "incomplete", "@3 incomplete", "empty", "trap");
    private static final List<String> ENDS =
            List.of("eof", "unrecoverable", "@0 empty", "@0 parse");
    private static final List<String> CONSUMED =
            List.of("0", "len", "half", "len+1", "18446744073709551615", "4294967296");

    @Test
    void consumed_and_skipped_and_tail_are_the_whole_input() {
        String given = System.getProperty("tamias.seed", "20261123");
        long seed = given.equals("random") ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("RandomScriptsTest: -Dtamias.seed=" + seed);
        Random random = new Random(seed);
        int failures = 0;
        // An instance that is open keeps the engine from forgetting the module's code.
        try (ParserSeat open = Engine.shared().executor().run(() -> new ParserSeat(scripted("")))) {
            for (int at = 0; at < SCRIPTS; at++) {
                failures += check(new Random(random.nextLong())) ? 1 : 0;
            }
            assertThat(open.empty()).isFalse();
        }
        System.out.println(SCRIPTS + " scripts, " + failures + " of them failed their sessions");
        assertThat(failures).isBetween(SCRIPTS / 10, SCRIPTS * 9 / 10);
    }

    private static boolean check(Random random) {
        String script = script(random);
        int size = random.nextInt(random.nextBoolean() ? 100 : 5_000);
        ByteSource source = random.nextBoolean() ? array(size) : packets(size, random);
        ParsePolicy policy = policy(random);
        long limit = random.nextInt(3) == 0 ? random.nextInt(20) : Long.MAX_VALUE;
        Ledger ledger = new Ledger();
        boolean failed =
                Engine.shared()
                        .executor()
                        .run(
                                () -> {
                                    try (ParseSession session =
                                            new ParseSession(scripted(script), source, policy)) {
                                        session.limit(limit);
                                        boolean failure = runs(session, ledger);
                                        ledger.check(session.summary(), source, size);
                                        assertThat(session.done()).isTrue();
                                        assertThat(session.summary().rows())
                                                .isLessThanOrEqualTo(limit);
                                        return failure;
                                    } catch (AssertionError e) {
                                        throw new AssertionError(
                                                script + " over " + size + ", " + policy, e);
                                    }
                                });
        return failed;
    }

    private static boolean runs(ParseSession session, Ledger ledger) {
        try {
            session.run((offset, length, cells, attachment) -> ledger.row(offset, length));
            return false;
        } catch (TamiasException e) {
            return true;
        }
    }

    private static String script(Random random) {
        List<String> calls = new ArrayList<>();
        int length = random.nextInt(30);
        for (int at = 0; at < length; at++) {
            calls.add(random.nextInt(4) == 0 ? pick(ERRORS, random) : items(random));
        }
        calls.add(random.nextBoolean() ? pick(ENDS, random) : "@0 " + items(random));
        return String.join("; ", calls);
    }

    private static String items(Random random) {
        StringBuilder items = new StringBuilder();
        int count = 1 + random.nextInt(5);
        for (int at = 0; at < count; at++) {
            String kind = pick(List.of("r", "r", "r", "s", "l", "a"), random);
            boolean odd = random.nextInt(40) == 0;
            String consumed = odd ? pick(CONSUMED, random) : String.valueOf(random.nextInt(20));
            items.append(random.nextInt(100) == 0 ? "x" : kind).append(consumed).append(' ');
        }
        return items.toString();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static ByteSource array(int size) {
        return BinaryByteSource.of(new byte[size]);
    }

    private static ByteSource packets(int size, Random random) {
        ScriptedSource source = new ScriptedSource(random.nextBoolean());
        for (int left = size; left > 0; ) {
            int length = Math.min(left, 1 + random.nextInt(200));
            source.bytes(length);
            left -= length;
        }
        return random.nextInt(5) == 0 ? source.failure() : source;
    }

    private static ParsePolicy policy(Random random) {
        return ParsePolicy.DEFAULT
                .withSlices(1 + random.nextInt(300), 1 + random.nextInt(2_000))
                .withTail(pick(List.of(ParsePolicy.Tail.values()), random))
                .withRestarts(random.nextInt(4))
                .withParseErrors(random.nextInt(50))
                .withLongestSlice(50 + random.nextInt(5_000));
    }

    /** What became of each byte, in the order of the input. */
    private static final class Ledger {

        private long rows;
        private long bytes;
        private long end;

        private void row(long offset, long length) {
            assertThat(offset).isGreaterThanOrEqualTo(end);
            rows++;
            bytes += length;
            end = offset + length;
        }

        private void check(ParseSummary summary, ByteSource source, int size) {
            assertThat(summary.rows() + summary.attachments()).isEqualTo(rows);
            assertThat(summary.consumed()).isEqualTo(bytes);
            assertThat(summary.tailOffset()).isEqualTo(bytes + summary.skipped());
            assertThat(summary.skippedRanges().stream().mapToLong(SkippedRange::length).sum())
                    .isEqualTo(summary.skipped());
            long whole = source.size().isPresent() ? size : source.position() + source.length();
            assertThat(summary.total()).isEqualTo(whole);
        }
    }
}

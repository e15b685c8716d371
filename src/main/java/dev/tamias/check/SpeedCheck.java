package dev.tamias.check;

import java.util.List;
import java.util.Locale;

/** Says how fast a parser is here; a figure to compare with the one before a change, no judgement. */
final class SpeedCheck {

    private static final int LENGTH = 2 << 20;
    private static final long WARM_NANOS = 300_000_000L;
    private static final long LONGEST_NANOS = 1_000_000_000L;

    private final Subject subject;

    SpeedCheck(Subject subject) {
        this.subject = subject;
    }

    void run(byte[] input, Outcome whole, List<Finding> findings) {
        if (whole.failure() != null || whole.rows().isEmpty()) {
            findings.add(Finding.unchecked(Aspect.SPEED, "There are no rows to count.", ""));
            return;
        }
        byte[] log = repeated(input, (int) whole.consumed(), nanos(input));
        long begun = System.nanoTime();
        long nanos;
        Outcome outcome;
        do {
            long start = System.nanoTime();
            outcome = subject.run(log);
            nanos = System.nanoTime() - start;
        } while (outcome.failure() == null && System.nanoTime() - begun < WARM_NANOS);
        if (outcome.failure() != null) {
            findings.add(ended(log.length / Math.max(1, (int) whole.consumed()), outcome));
            return;
        }
        double seconds = nanos / 1e9;
        findings.add(
                Finding.note(
                        Aspect.SPEED,
                        String.format(
                                Locale.ROOT,
                                "%.1f MB/s, %,.0f rows/s over %,d bytes, with each row kept to be compared.",
                                outcome.consumed() / 1e6 / seconds,
                                outcome.rows().size() / seconds,
                                outcome.consumed())));
    }

    /** A run that did not get to its end has no speed, and the reason may be the plugin's. */
    private static Finding ended(int times, Outcome outcome) {
        String found =
                String.format(
                        Locale.ROOT,
                        "The input %,d times in a row is not parsed to its end; after %,d rows: %s",
                        times,
                        outcome.rows().size(),
                        outcome.said());
        return outcome.isFault()
                ? Finding.defect(
                        Aspect.SPEED,
                        found,
                        "Have it keep no more, and take no longer, the longer its input is.")
                : Finding.unchecked(Aspect.SPEED, found, "");
    }

    private long nanos(byte[] input) {
        long start = System.nanoTime();
        subject.run(input);
        return System.nanoTime() - start;
    }

    /**
     * The part of the input that became items, as often as makes a log of some length, and fewer times
     * where a slow parser would need long for that.
     *
     * @param nanos what the parser needs for it once
     */
    private static byte[] repeated(byte[] input, int taken, long nanos) {
        int unit = Math.max(1, Math.min(taken, input.length));
        int times = (int) Math.max(1, Math.min(LENGTH / unit, LONGEST_NANOS / Math.max(1, nanos)));
        byte[] log = new byte[unit * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(input, 0, log, i * unit, unit);
        }
        return log;
    }
}

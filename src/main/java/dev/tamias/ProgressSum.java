package dev.tamias;

import dev.tamias.session.ParseProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The progress of several sessions as one, told from any of their threads, one at a time. */
final class ProgressSum {

    private static final long PAUSE_NANOS = 200_000_000;

    private final @Nullable Consumer<ParseProgress> listener;
    private final int inputs;
    private final Map<Run, ParseProgress> latest = new HashMap<>();
    private final long started = System.nanoTime();
    private long told = started - PAUSE_NANOS;

    private ProgressSum(@Nullable Consumer<ParseProgress> listener, int inputs) {
        this.listener = listener;
        this.inputs = inputs;
    }

    static ProgressSum of(RunPlan plan, int inputs) {
        return new ProgressSum(plan.progress(), inputs);
    }

    /**
     * Takes a session in; of a single one the progress is told as it is.
     *
     * @param before bytes of the input that are not the session's
     */
    void listenTo(Run run, long before) {
        Consumer<ParseProgress> teller = listener;
        if (teller != null) {
            run.onProgress(
                    inputs == 1 ? teller : progress -> add(run, own(progress, before), teller));
        }
    }

    private static ParseProgress own(ParseProgress progress, long before) {
        OptionalLong size = progress.size();
        return new ParseProgress(
                progress.bytes(),
                size.isEmpty() ? size : OptionalLong.of(size.getAsLong() - before),
                progress.rows(),
                progress.rowsPerSecond(),
                progress.bytesPerSecond());
    }

    private synchronized void add(Run run, ParseProgress progress, Consumer<ParseProgress> teller) {
        latest.put(run, progress);
        long now = System.nanoTime();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            teller.accept(sum(now));
        }
    }

    /** Tells the whole, once, at the end. */
    synchronized void end() {
        if (listener != null && inputs > 1) {
            listener.accept(sum(System.nanoTime()));
        }
    }

    private ParseProgress sum(long now) {
        long bytes = 0;
        long rows = 0;
        long size = 0;
        boolean known = latest.size() == inputs;
        for (ParseProgress each : latest.values()) {
            bytes += each.bytes();
            rows += each.rows();
            size += each.size().orElse(0);
            known &= each.size().isPresent();
        }
        double seconds = Math.max(1, now - started) / 1e9;
        return new ParseProgress(
                bytes,
                known ? OptionalLong.of(size) : OptionalLong.empty(),
                rows,
                rows / seconds,
                bytes / seconds);
    }
}

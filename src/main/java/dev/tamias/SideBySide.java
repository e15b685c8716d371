package dev.tamias;

import dev.tamias.engine.Engine;
import dev.tamias.engine.GuestExecutor;
import dev.tamias.engine.Interrupted;
import dev.tamias.host.RunLog;
import dev.tamias.model.TamiasException;
import dev.tamias.session.JoinedSummary;
import dev.tamias.session.ParseSummary;
import dev.tamias.table.ColumnWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several inputs parsed at the same time, each by an instance of its own, as many at once as there are
 * cores. The thread that starts them works too, so that it comes to an end whatever else the executor
 * has to do. The outcome is that of one after the other. The inputs may be the parts of a file.
 */
final class SideBySide {

    private static final long ENDING_SECONDS = 1;

    private final RunPlan plan;
    private final RunLog log;
    private final boolean kept;
    private final List<Bytes> named;
    private final List<Bytes> inputs;
    private final Part[] parts;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;
    private final ProgressSum progress;
    private final int threads;
    private final ColumnWork columnWork;
    private volatile boolean stopped;

    /** What one input gave; to be read where it has ended. */
    private static final class Part {
        private @Nullable Gathered rows;
        private @Nullable SourceSummary summary;
        private @Nullable TamiasException failure;
        private volatile boolean ended;

        /** Whether the parser made rows of all of it, in order, and the last part had a tail at most. */
        boolean fits(boolean last) {
            return failure == null
                    && summary != null
                    && summary.summary().end() == ParseSummary.End.SOURCE_END
                    && summary.summary().parseErrors() == 0
                    && summary.summary().restarts() == 0
                    && (last || summary.summary().tail() == 0);
        }
    }

    /**
     * @param named the inputs as the plan has them
     * @param inputs what is parsed: these, or parts of one
     */
    private SideBySide(
            RunPlan plan, RunLog log, List<Bytes> named, List<Bytes> inputs, boolean kept) {
        this.plan = plan;
        this.log = log;
        this.named = named;
        this.inputs = inputs;
        this.kept = kept;
        this.parts = new Part[inputs.size()];
        Arrays.setAll(parts, i -> new Part());
        this.left = new CountDownLatch(inputs.size());
        this.progress = ProgressSum.of(plan, inputs.size());
        this.threads = Math.min(Runtime.getRuntime().availableProcessors(), inputs.size());
        this.columnWork = new SharedWork(plan.parser().engine().executor(), threads);
    }

    /** Parses all inputs, on this thread and others; to be called on a guest thread. */
    static Parsed parse(RunPlan plan, RunLog log, List<Bytes> inputs, boolean kept) {
        SideBySide work = new SideBySide(plan, log, inputs, inputs, kept);
        Failures failures = work.run(plan.parser().engine());
        return work.outcome(Arrays.asList(work.parts), failures);
    }

    /**
     * Parses the parts of a file, as {@link #parse}.
     *
     * @return null where the parser did not end each part where it was cut, so that only the whole file
     *     says what is in it; where the work was interrupted, the rows without a gap
     */
    static @Nullable Parsed parseParts(
            RunPlan plan, RunLog log, Bytes file, List<Bytes> parts, boolean kept) {
        SideBySide work = new SideBySide(plan, log, List.of(file), parts, kept);
        Failures failures = work.run(plan.parser().engine());
        List<Part> ended = new ArrayList<>();
        for (Part part : work.parts) {
            boolean last = ended.size() == parts.size() - 1;
            if (part.ended) {
                ended.add(part);
            }
            if (!part.ended || !part.fits(last)) {
                return work.stopped ? work.outcome(ended, failures) : null;
            }
        }
        return failures.any() ? work.outcome(ended, failures) : work.whole(ended);
    }

    private Failures run(Engine engine) {
        List<Future<Boolean>> others = start(engine.executor());
        Failures failures = new Failures();
        boolean flag = false;
        try {
            work();
            left.await();
        } catch (InterruptedException e) {
            stopped = true;
            flag = true;
            failures.add(
                    new Interrupted(
                            "The parsing of " + inputs.size() + " inputs was interrupted.", e));
        }
        if (stopped) {
            others.forEach(other -> other.cancel(true));
            flag |= !awaitEnd();
        }
        if (flag) {
            Thread.currentThread().interrupt();
        }
        progress.end();
        return failures;
    }

    private List<Future<Boolean>> start(GuestExecutor executor) {
        List<Future<Boolean>> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            others.add(executor.start(this::work));
        }
        return others;
    }

    /** Takes one input after the other until none is left. */
    private boolean work() {
        for (int i = next.getAndIncrement(); i < parts.length; i = next.getAndIncrement()) {
            try {
                if (!stopped) {
                    parse(inputs.get(i), parts[i]);
                }
            } finally {
                parts[i].ended = true;
                left.countDown();
            }
        }
        return true;
    }

    private void parse(Bytes input, Part part) {
        Origin origin = input.origin();
        long before = origin instanceof Origin.InRange range ? range.from() : 0;
        RunSetup setup = new RunSetup(plan, log, named.size() == 1 ? "" : origin.title());
        try (Run run = Run.open(setup, input, RunPlan.ALL)) {
            progress.listenTo(run, before);
            Gathered rows = new Gathered(plan, named, run.plugin(), run.columns(), kept);
            part.rows = rows;
            try {
                while (run.step(rows)) {
                    // Each step is one call of the parser.
                }
            } finally {
                part.summary = run.summary();
            }
        } catch (Interrupted e) {
            part.failure = e;
            stopped = true;
        } catch (TamiasException e) {
            part.failure = e;
        }
    }

    /** Waits a while for the threads that were told to stop; false where interrupted. */
    private boolean awaitEnd() {
        boolean flag = Thread.interrupted();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ENDING_SECONDS);
        while (System.nanoTime() < deadline) {
            try {
                left.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                return !flag;
            } catch (InterruptedException e) {
                flag = true;
            }
        }
        return !flag;
    }

    /** All rows in the order of the parts, without those for which there is no room; null if none. */
    private @Nullable Gathered joined(List<Part> some, Failures failures) {
        List<Gathered> all = some.stream().flatMap(part -> Stream.ofNullable(part.rows)).toList();
        if (all.isEmpty()) {
            return null;
        }
        Gathered first = all.get(0);
        List<Gathered> others = all.subList(1, all.size());
        if (first.hasRoomFor(others)) {
            first.appendAll(others, columnWork);
            return first;
        }
        for (Gathered each : others) {
            try {
                first.append(each);
            } catch (TamiasException e) {
                failures.add(e);
            }
        }
        return first;
    }

    /** All parts as one file; null where their counts do not tell enough. */
    private @Nullable Parsed whole(List<Part> fitting) {
        List<SourceSummary> summaries =
                fitting.stream().flatMap(part -> Stream.ofNullable(part.summary)).toList();
        ParseSummary joined =
                JoinedSummary.of(summaries.stream().map(SourceSummary::summary).toList());
        if (joined == null) {
            return null;
        }
        Failures failures = new Failures();
        Gathered gathered = joined(fitting, failures);
        SourceSummary summary = new SourceSummary(summaries.get(0).source(), joined);
        return gathered == null || failures.any()
                ? null
                : gathered.parsed(List.of(summary), log, failures, columnWork);
    }

    /** Those of the parts that have come to an end, in the order of the inputs. */
    private Parsed outcome(List<Part> some, Failures failures) {
        List<Part> ended = some.stream().filter(part -> part.ended).toList();
        for (Part part : ended) {
            if (part.failure != null) {
                failures.add(part.failure);
            }
        }
        Gathered gathered = joined(ended, failures);
        List<SourceSummary> summaries =
                ended.stream().flatMap(part -> Stream.ofNullable(part.summary)).toList();
        if (gathered == null) {
            throw failures.first();
        }
        return gathered.parsed(summaries, log, failures, columnWork);
    }
}

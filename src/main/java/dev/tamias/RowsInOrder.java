package dev.tamias;

import dev.tamias.engine.Interrupted;
import dev.tamias.host.RunLog;
import dev.tamias.model.TamiasException;
import dev.tamias.table.ColumnPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The rows of one input after the other, only one of them open at a time. */
final class RowsInOrder implements RowSteps {

    private final RunPlan plan;
    private final RunLog log;
    private final Queue<Bytes> left;
    private final boolean several;
    private final ProgressSum progress;
    private final Failures failures = new Failures();
    private final List<SourceSummary> ended = new ArrayList<>();
    private @Nullable Run current;
    private @Nullable ColumnPlan columns;
    private long rows;

    private RowsInOrder(RunPlan plan, List<Bytes> inputs, RunLog log) {
        this.plan = plan;
        this.log = log;
        this.left = new ArrayDeque<>(inputs);
        this.several = inputs.size() > 1;
        this.progress = ProgressSum.of(plan, inputs.size());
    }

    static RowsInOrder open(RunPlan plan, List<Bytes> inputs, RunLog log) {
        RowsInOrder steps = new RowsInOrder(plan, inputs, log);
        if (!steps.openNext()) {
            throw steps.failures.first();
        }
        return steps;
    }

    /** Opens the next input that can be opened. */
    private boolean openNext() {
        while (!left.isEmpty()) {
            Bytes input = left.remove();
            String session = several ? input.origin().title() : "";
            try {
                Run run = Run.open(new RunSetup(plan, log, session), input, plan.limit() - rows);
                progress.listenTo(run, 0);
                columns = columns == null ? run.columns() : columns;
                current = run;
                return true;
            } catch (Interrupted e) {
                throw e;
            } catch (TamiasException e) {
                failures.add(e);
            }
        }
        return false;
    }

    @Override
    public boolean step(Taker taker) {
        Run run = current;
        if (run == null) {
            return false;
        }
        try {
            if (run.step(taker)) {
                return true;
            }
        } catch (Interrupted e) {
            throw e;
        } catch (TamiasException e) {
            failures.add(e);
        }
        end(run);
        if (rows < plan.limit() && openNext()) {
            return true;
        }
        progress.end();
        failures.throwFirst();
        return false;
    }

    private void end(Run run) {
        rows += run.rows();
        current = null;
        try {
            run.close();
        } catch (TamiasException e) {
            failures.add(e);
        }
        ended.add(run.summary());
    }

    @Override
    public ColumnPlan columns() {
        return columns == null ? new ColumnPlan(List.of(ColumnPlan.MESSAGE)) : columns;
    }

    @Override
    public List<SourceSummary> summaries() {
        List<SourceSummary> all = new ArrayList<>(ended);
        if (current != null) {
            all.add(current.summary());
        }
        return all;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }
}

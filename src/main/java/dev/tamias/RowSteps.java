package dev.tamias;

import dev.tamias.host.RunLog;
import dev.tamias.model.Attachment;
import dev.tamias.model.TamiasException;
import dev.tamias.table.ColumnPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a run, made step by step, each on a guest thread. */
interface RowSteps extends AutoCloseable {

    /** Takes rows with the input that they are from; as {@link dev.tamias.session.RowSink} else. */
    @FunctionalInterface
    interface Taker {
        void row(
                String source,
                long offset,
                long length,
                @Nullable List<String> cells,
                @Nullable Attachment attachment);
    }

    /**
     * Opens what a plan names, so that the first step parses.
     *
     * @throws TamiasException where there is nothing that can be parsed
     */
    static RowSteps open(RunPlan plan, List<Bytes> inputs, RunLog log) {
        RunPlan.Merge merge = plan.merge();
        return merge == null
                ? RowsInOrder.open(plan, inputs, log)
                : MergedRows.open(plan, merge, inputs, log);
    }

    /**
     * Goes on by about one call of a parser and hands on the rows that it brings.
     *
     * @return whether there may be more
     * @throws TamiasException where a parser or an input fails for good; where there are several
     *     inputs, at the end of the others
     */
    boolean step(Taker taker);

    /** The columns of the rows. */
    ColumnPlan columns();

    /** How it went so far, input by input. */
    List<SourceSummary> summaries();

    @Override
    void close();
}

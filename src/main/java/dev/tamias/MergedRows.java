package dev.tamias;

import dev.tamias.engine.Interrupted;
import dev.tamias.host.RunLog;
import dev.tamias.model.Attachment;
import dev.tamias.model.TamiasException;
import dev.tamias.table.ColumnPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several inputs, all of them open, merged by the order of a column. Within an input rows
 * keep their order, so inputs that are in order themselves give a whole that is. Where keys are equal
 * the input that was named first comes first. A row whose cell is empty stays with the row before it, as
 * a line of a stack trace does.
 */
final class MergedRows implements RowSteps {

    private final RunPlan plan;
    private final RunPlan.Merge merge;
    private final ProgressSum progress;
    private final Failures failures = new Failures();
    private final List<Head> heads = new ArrayList<>();
    private final PriorityQueue<Head> ready;
    private final Queue<Head> empty = new ArrayDeque<>();
    private int column;
    private long rows;

    /** A row that waits for its turn. */
    private record Row(
            long offset,
            long length,
            @Nullable List<String> cells,
            @Nullable Attachment attachment) {}

    /** An input with the rows that it has ready. */
    private static final class Head {

        private final int number;
        private final Run run;
        private final Queue<Row> rows = new ArrayDeque<>();
        private String key = "";
        private boolean more = true;

        Head(int number, Run run) {
            this.number = number;
            this.run = run;
        }

        int number() {
            return number;
        }

        String key() {
            return key;
        }
    }

    private MergedRows(RunPlan plan, RunPlan.Merge merge, int inputs) {
        this.plan = plan;
        this.merge = merge;
        this.progress = ProgressSum.of(plan, inputs);
        this.ready =
                new PriorityQueue<>(
                        Comparator.comparing(Head::key, merge.order())
                                .thenComparingInt(Head::number));
    }

    static MergedRows open(RunPlan plan, RunPlan.Merge merge, List<Bytes> inputs, RunLog log) {
        MergedRows merged = new MergedRows(plan, merge, inputs.size());
        try {
            merged.open(inputs, log);
            return merged;
        } catch (RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    private void open(List<Bytes> inputs, RunLog log) {
        for (Bytes input : inputs) {
            try {
                RunSetup setup = new RunSetup(plan, log, input.origin().title());
                Run run = Run.open(setup, input, plan.limit());
                heads.add(new Head(heads.size(), run));
                progress.listenTo(run, 0);
            } catch (Interrupted e) {
                throw e;
            } catch (TamiasException e) {
                failures.add(e);
            }
        }
        if (heads.isEmpty()) {
            failures.throwFirst();
        }
        column = CellParser.index(columns(), merge.column());
        empty.addAll(heads);
    }

    /** Fills one input that has no row ready; hands on rows where all have one. */
    @Override
    public boolean step(Taker taker) {
        Head head = empty.peek();
        if (head != null) {
            fill(head);
            return true;
        }
        while (!ready.isEmpty() && empty.isEmpty() && rows < plan.limit()) {
            handFront(ready.remove(), taker);
        }
        if (!empty.isEmpty() && rows < plan.limit()) {
            return true;
        }
        progress.end();
        failures.throwFirst();
        return false;
    }

    private void fill(Head head) {
        try {
            head.more =
                    head.run.step(
                            (source, offset, length, cells, attachment) ->
                                    head.rows.add(
                                            new Row(
                                                    offset,
                                                    length,
                                                    cells == null ? null : List.copyOf(cells),
                                                    attachment)));
        } catch (Interrupted e) {
            throw e;
        } catch (TamiasException e) {
            failures.add(e);
            head.more = false;
        }
        if (!head.rows.isEmpty() || !head.more) {
            empty.remove();
            put(head);
        }
    }

    /** Queues an input by its front row, if it has one. */
    private void put(Head head) {
        Row front = head.rows.peek();
        if (front != null) {
            String key = key(front);
            head.key = key.isEmpty() ? head.key : key;
            ready.add(head);
        } else if (head.more) {
            empty.add(head);
        }
    }

    private String key(Row row) {
        return row.cells() == null || row.cells().size() <= column ? "" : row.cells().get(column);
    }

    private void handFront(Head head, Taker taker) {
        Row row = head.rows.remove();
        rows += row.cells() == null ? 0 : 1;
        taker.row(head.run.source(), row.offset(), row.length(), row.cells(), row.attachment());
        put(head);
    }

    @Override
    public ColumnPlan columns() {
        return heads.get(0).run.columns();
    }

    @Override
    public List<SourceSummary> summaries() {
        return heads.stream().map(head -> head.run.summary()).toList();
    }

    @Override
    public void close() {
        Failures closing = new Failures();
        for (Head head : heads) {
            try {
                head.run.close();
            } catch (TamiasException e) {
                closing.add(e);
            }
        }
        closing.throwFirst();
    }
}

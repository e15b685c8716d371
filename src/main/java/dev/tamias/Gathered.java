package dev.tamias;

import dev.tamias.host.RunLog;
import dev.tamias.model.Attachment;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.TableSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows and attachments of a run, as they come. */
final class Gathered implements RowSteps.Taker {

    private final TableSink table;
    private final boolean kept;
    private final List<Attachment> attachments = new ArrayList<>();

    /**
     * Begins with none.
     *
     * @param kept whether rows and attachments are kept; else only their columns are
     */
    Gathered(RunPlan plan, List<Bytes> inputs, String plugin, ColumnPlan columns, boolean kept) {
        String title =
                inputs.size() == 1 ? inputs.get(0).origin().title() : inputs.size() + " inputs";
        this.table = new TableSink(plugin + " of " + title, columns, plan.place());
        this.kept = kept;
    }

    @Override
    public void row(
            String source,
            long offset,
            long length,
            @Nullable List<String> cells,
            @Nullable Attachment attachment) {
        if (!kept) {
            return;
        }
        if (cells != null) {
            table.append(source, offset, length, cells);
        }
        if (attachment != null) {
            attachments.add(attachment);
        }
    }

    /** These with others of the same columns behind them. */
    Gathered and(Gathered others) {
        table.append(others.table);
        attachments.addAll(others.attachments);
        return this;
    }

    /**
     * All that there is.
     *
     * @throws TableIncomplete with it, where something failed
     */
    Parsed parsed(List<SourceSummary> summaries, RunLog log, Failures failures) {
        Parsed parsed =
                new Parsed(
                        table.table(),
                        attachments,
                        SourceSummary.total(summaries),
                        summaries,
                        Log.of(log));
        if (failures.any()) {
            throw new TableIncomplete(failures.first(), parsed, kept);
        }
        return parsed;
    }
}

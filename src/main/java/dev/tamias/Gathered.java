package dev.tamias;

import dev.tamias.host.RunLog;
import dev.tamias.model.Attachment;
import dev.tamias.table.AttachmentTable;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.ColumnWork;
import dev.tamias.table.TableSink;
import dev.tamias.table.TypedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows and attachments of a run, as they come. */
final class Gathered implements RowSteps.Taker {

    private final TableSink table;
    private final boolean kept;
    private final List<Found> attachments = new ArrayList<>();

    /**
     * An attachment.
     *
     * @param row the row of the table that it came with; −1 where there is none
     */
    private record Found(long row, Attachment attachment) {}

    /**
     * Begins with none.
     *
     * @param kept whether rows and attachments are kept; else only their columns are
     */
    Gathered(RunPlan plan, List<Bytes> inputs, String plugin, ColumnPlan columns, boolean kept) {
        String title =
                inputs.size() == 1 ? inputs.get(0).origin().title() : inputs.size() + " inputs";
        this.table = new TableSink(plugin + " of " + title, columns, plan.options(inputs));
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
        boolean inTable = cells != null && table.append(source, offset, length, cells);
        if (attachment != null) {
            attachments.add(new Found(inTable ? table.rows() - 1L : -1, attachment));
        }
    }

    /**
     * Puts others of the same columns behind these.
     *
     * @throws dev.tamias.model.HostException where there is no room for them
     */
    void append(Gathered others) {
        long before = table.rows();
        table.append(others.table);
        addAttachments(others, before);
    }

    /** Whether there is room for all those. */
    boolean hasRoomFor(List<Gathered> others) {
        return table.hasRoomFor(tables(others));
    }

    /** As {@link #append}, for which there is room. */
    void appendAll(List<Gathered> others, ColumnWork work) {
        long before = table.rows();
        table.appendAll(tables(others), work);
        for (Gathered each : others) {
            addAttachments(each, before);
            before += each.table.rows();
        }
    }

    private static List<TableSink> tables(List<Gathered> others) {
        return others.stream().map(each -> each.table).toList();
    }

    private void addAttachments(Gathered others, long before) {
        for (Found each : others.attachments) {
            long row = each.row() < 0 ? each.row() : before + each.row();
            attachments.add(new Found(row, each.attachment()));
        }
    }

    /**
     * All that there is.
     *
     * @param work how columns are made
     * @throws TableIncomplete with it, where something failed
     */
    Parsed parsed(List<SourceSummary> summaries, RunLog log, Failures failures, ColumnWork work) {
        AttachmentTable found = new AttachmentTable();
        attachments.forEach(each -> found.add(each.row(), each.attachment()));
        Parsed parsed =
                new Parsed(kept ? built(work) : table::build, found, summaries, Log.of(log));
        if (failures.any()) {
            throw new TableIncomplete(failures.first(), parsed, kept);
        }
        return parsed;
    }

    /** The rows as a table that is there already: what its types take may fail, and is told by the run. */
    private Supplier<TypedTable> built(ColumnWork work) {
        TypedTable typed = table.build(work);
        return () -> typed;
    }
}

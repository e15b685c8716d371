package dev.tamias;

import dev.tamias.host.AttachmentFiles;
import dev.tamias.model.Attachment;
import dev.tamias.session.ParseSummary;
import dev.tamias.table.AttachmentTable;
import dev.tamias.table.TableReport;
import dev.tamias.table.TypedTable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * What a parser made of its input. Its tables are made when they are first asked for where nothing was
 * kept: a count needs none of Tablesaw, whose start is dear. Safe to use from any thread.
 */
public final class Parsed {

    private final Supplier<TypedTable> rows;
    private final AttachmentTable found;
    private final List<Attachment> attachments;
    private final List<SourceSummary> summaries;
    private final Log log;

    private @Nullable TypedTable typed;
    private @Nullable Table attachmentTable;
    private @Nullable Table attachmentRows;

    /**
     * An outcome whose rows are made into a table when they are asked for, once.
     *
     * @param found the attachments with the rows that they came with
     * @param summaries the counts, input by input
     */
    public Parsed(
            Supplier<TypedTable> rows,
            AttachmentTable found,
            List<SourceSummary> summaries,
            Log log) {
        this.rows = rows;
        this.found = found;
        this.attachments = found.attachments();
        this.summaries = List.copyOf(summaries);
        this.log = log;
    }

    /** A row a message. */
    public Table table() {
        return typed().table();
    }

    /** How its cells became values, and what was not as it should be. */
    public TableReport report() {
        return typed().report();
    }

    private synchronized TypedTable typed() {
        if (typed == null) {
            typed = rows.get();
        }
        return typed;
    }

    /** Files found in the log, in their order. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** The same as a table, a row an attachment: name, sizes, dates, media type, rows. */
    public synchronized Table attachmentTable() {
        if (attachmentTable == null) {
            attachmentTable = found.table();
        }
        return attachmentTable;
    }

    /** Which attachment belongs to which rows of the log, for joins. */
    public synchronized Table attachmentRows() {
        if (attachmentRows == null) {
            attachmentRows = found.rows();
        }
        return attachmentRows;
    }

    /** The counts, of all inputs together; of a chain those of its first parser. */
    public ParseSummary summary() {
        return SourceSummary.total(summaries);
    }

    /** The counts, input by input. */
    public List<SourceSummary> summaries() {
        return summaries;
    }

    /** What the plugins logged and printed. */
    public Log log() {
        return log;
    }

    /**
     * Writes the attachments' data into a directory, which is made where it is missing. Their names are
     * made harmless, and no file that is there is overwritten.
     *
     * @return the files, in the attachments' order
     * @throws dev.tamias.model.HostException where a file cannot be written
     */
    public List<Path> saveAttachments(Path directory) {
        return AttachmentFiles.save(attachments, directory);
    }

    @Override
    public String toString() {
        return summary() + (summaries.size() > 1 ? ", of " + summaries.size() + " inputs" : "");
    }
}

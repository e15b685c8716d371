package dev.tamias;

import dev.tamias.host.AttachmentFiles;
import dev.tamias.model.Attachment;
import dev.tamias.session.ParseSummary;
import dev.tamias.table.TableReport;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What a parser made of its input.
 *
 * @param table a row a message
 * @param report how its cells became values, and what was not as it should be
 * @param attachments files found in the log, in their order
 * @param attachmentTable the same as a table, a row an attachment: name, sizes, dates, media type, rows
 * @param attachmentRows which attachment belongs to which rows of the log, for joins
 * @param summary the counts, of all inputs together; of a chain those of its first parser
 * @param summaries the counts, input by input
 * @param log what the plugins logged and printed
 */
public record Parsed(
        Table table,
        TableReport report,
        List<Attachment> attachments,
        Table attachmentTable,
        Table attachmentRows,
        ParseSummary summary,
        List<SourceSummary> summaries,
        Log log) {

    public Parsed {
        attachments = List.copyOf(attachments);
        summaries = List.copyOf(summaries);
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
        return summary + (summaries.size() > 1 ? ", of " + summaries.size() + " inputs" : "");
    }
}

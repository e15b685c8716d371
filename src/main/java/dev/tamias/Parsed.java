package dev.tamias;

import dev.tamias.model.Attachment;
import dev.tamias.session.ParseSummary;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What a parser made of an input.
 *
 * @param table a row a message
 * @param attachments files found in the log, in their order
 * @param summary the counts
 */
public record Parsed(Table table, List<Attachment> attachments, ParseSummary summary) {

    public Parsed {
        attachments = List.copyOf(attachments);
    }
}

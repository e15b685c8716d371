package dev.tamias.table;

import dev.tamias.model.Attachment;
import dev.tamias.table.column.CodedCells;
import dev.tamias.table.column.ColumnTypes;
import dev.tamias.table.column.LongBlocks;
import dev.tamias.table.column.TextStore;
import dev.tamias.table.type.CellParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Attachments as tables: {@link #table} with a row an attachment, and {@link #rows} with a row for each
 * row of the log that an attachment belongs to, for joins. Names and dates are the guest's words; a name
 * is never a path.
 */
public final class AttachmentTable {

    private static final String UNKNOWN = "application/octet-stream";

    private final List<Attachment> attachments = new ArrayList<>();
    private final LongBlocks cameWith = new LongBlocks();

    /** An empty table; see {@link #add}. */
    public AttachmentTable() {}

    /** The attachments of a list, of which no row is known but those they name. */
    public static AttachmentTable of(List<Attachment> attachments) {
        AttachmentTable table = new AttachmentTable();
        attachments.forEach(each -> table.add(-1, each));
        return table;
    }

    /** Adds an attachment that came with a row of the log; −1 where it came alone. */
    public void add(long row, Attachment attachment) {
        attachments.add(attachment);
        cameWith.add(row < 0 ? CellParser.NOT : row);
    }

    /** Those that there are, in the order in which they came. */
    public List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /**
     * A row an attachment: its number from 0, name, bytes there are, bytes the guest states, dates as text,
     * media type by content or else by name, the row that it came with and the rows that it names.
     */
    public Table table() {
        ColumnTypes.initialise();
        return Table.create(
                "attachments",
                LongColumn.create("Attachment", LongStream.range(0, attachments.size())),
                texts("Name", Attachment::name),
                LongColumn.create(
                        "Size", attachments.stream().mapToLong(each -> each.data().length)),
                LongColumn.create("Stated size", attachments.stream().mapToLong(Attachment::size)),
                texts("Created", Attachment::createdDate),
                texts("Modified", Attachment::modifiedDate),
                texts("Media type", AttachmentTable::mediaType),
                LongColumn.create("Row", cameWith.toArray()),
                texts("Rows", AttachmentTable::rowsText));
    }

    /** Which attachment belongs to which rows of the log: those that it names, and the one it came with. */
    public Table rows() {
        ColumnTypes.initialise();
        LongColumn numbers = LongColumn.create("Attachment");
        LongColumn rows = LongColumn.create("Row");
        long[] came = cameWith.toArray();
        for (int i = 0; i < attachments.size(); i++) {
            List<Long> named = attachments.get(i).messages();
            for (long row : named) {
                numbers.append(i);
                rows.append(row);
            }
            if (came[i] != CellParser.NOT && !named.contains(came[i])) {
                numbers.append(i);
                rows.append(came[i]);
            }
        }
        return Table.create("rows of attachments", numbers, rows);
    }

    private StringColumn texts(String name, Text text) {
        StringColumn column = StringColumn.createInternal(name, new CodedCells());
        for (Attachment each : attachments) {
            String value = text.of(each);
            column.append(value == null ? TextStore.MISSING : value);
        }
        return column;
    }

    @FunctionalInterface
    private interface Text {
        @Nullable String of(Attachment attachment);
    }

    private static String rowsText(Attachment attachment) {
        StringBuilder text = new StringBuilder();
        for (long row : attachment.messages()) {
            text.append(text.length() == 0 ? "" : " ").append(row);
        }
        return text.toString();
    }

    private static String mediaType(Attachment attachment) {
        try {
            String byContent =
                    URLConnection.guessContentTypeFromStream(
                            new ByteArrayInputStream(attachment.data()));
            String type =
                    byContent == null
                            ? URLConnection.guessContentTypeFromName(attachment.name())
                            : byContent;
            return type == null ? UNKNOWN : type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

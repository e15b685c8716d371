package dev.tamias.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.model.Attachment;
import dev.tamias.model.Utf8Cells;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into its columns at U+0004: plugins built with Chipmunk's own library join their columns
 * so and never send them apart. Only where the plugin declares columns; elsewhere the character is text.
 */
final class ColumnSplit implements ItemSink {

    private static final char SEPARATOR = '\u0004';

    private final ItemSink sink;
    private final CellList split = new CellList();

    ColumnSplit(ItemSink sink) {
        this.sink = sink;
    }

    @Override
    public void item(long consumed, @Nullable List<String> cells, @Nullable Attachment attachment) {
        if (cells == null || cells.size() != 1) {
            sink.item(consumed, cells, attachment);
            return;
        }
        split.clear();
        if (cells instanceof Utf8Cells utf8) {
            split.add(utf8.array(0), utf8.from(0), utf8.to(0));
        } else {
            byte[] line = cells.get(0).getBytes(UTF_8);
            split.add(line, 0, line.length);
        }
        split.split((byte) SEPARATOR);
        sink.item(consumed, split, attachment);
    }
}

package dev.tamias.host;

import dev.tamias.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into its columns at U+0004: plugins built with Chipmunk's own library join their columns
 * so and never send them apart. Only where the plugin declares columns; elsewhere the character is text.
 */
final class ColumnSplit implements ItemSink {

    private static final char SEPARATOR = '\u0004';

    private final ItemSink sink;
    private final List<String> split = new ArrayList<>();

    ColumnSplit(ItemSink sink) {
        this.sink = sink;
    }

    @Override
    public void item(long consumed, @Nullable List<String> cells, @Nullable Attachment attachment) {
        if (cells == null || cells.size() != 1 || cells.get(0).indexOf(SEPARATOR) < 0) {
            sink.item(consumed, cells, attachment);
            return;
        }
        split.clear();
        String line = cells.get(0);
        int start = 0;
        for (int at = line.indexOf(SEPARATOR); at >= 0; at = line.indexOf(SEPARATOR, start)) {
            split.add(line.substring(start, at));
            start = at + 1;
        }
        split.add(line.substring(start));
        sink.item(consumed, split, attachment);
    }
}

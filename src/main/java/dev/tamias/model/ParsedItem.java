package dev.tamias.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parser made of a stretch of its input (chipmunk:parser/parse-types, {@code parse-yield}).
 *
 * @param source the input's name
 * @param offset first byte of the stretch in the input
 * @param length bytes of the stretch
 * @param cells the message's cells, split into columns; null where the item is an attachment alone
 * @param attachment null where the item is a message alone
 */
public record ParsedItem(
        String source,
        long offset,
        long length,
        @Nullable List<String> cells,
        @Nullable Attachment attachment) {

    public ParsedItem {
        cells = cells == null ? null : List.copyOf(cells);
    }
}

package dev.tamias.session;

import dev.tamias.model.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the items of a session with their place in the input. */
@FunctionalInterface
public interface RowSink {

    /**
     * One item.
     *
     * @param offset first byte of the item in the input
     * @param length bytes of the item
     * @param cells the message's cells, in a list that is used again for the next item, {@link
     *     dev.tamias.model.Utf8Cells} where it comes from a plugin; null where there is an attachment alone
     * @param attachment null where there is a message alone
     */
    void row(
            long offset,
            long length,
            @Nullable List<String> cells,
            @Nullable Attachment attachment);
}

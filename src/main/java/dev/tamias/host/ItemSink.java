package dev.tamias.host;

import dev.tamias.model.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a parser made of its input, item after item. */
@FunctionalInterface
public interface ItemSink {

    /**
     * One stretch of the input.
     *
     * @param consumed how many bytes the stretch has, unsigned, as the guest says
     * @param cells the message's cells, in a list that is used again for the next item, {@link
     *     dev.tamias.model.Utf8Cells} where it comes from a plugin; null where the stretch carries no message
     * @param attachment null where the stretch carries none; where both are null it was skipped
     */
    void item(long consumed, @Nullable List<String> cells, @Nullable Attachment attachment);
}

package dev.tamias.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file found inside a log (chipmunk:parser/parse-types, {@code attachment}). The name is the
 * guest's and is never to be used as a path.
 *
 * @param size the size that the guest states, which need not be the length of the data
 * @param messages zero-based numbers of the rows that carried it
 */
public record Attachment(
        String name,
        long size,
        @Nullable String createdDate,
        @Nullable String modifiedDate,
        List<Long> messages,
        byte[] data) {

    public Attachment {
        messages = List.copyOf(messages);
    }
}

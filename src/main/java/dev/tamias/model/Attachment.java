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

    /** A name under which it can be saved; see {@link AttachmentName#safe}. */
    public String fileName() {
        return AttachmentName.safe(name);
    }

    /** What the data are, as the name's extension says: a media type. */
    public String mediaType() {
        return AttachmentName.mediaType(fileName());
    }

    /** Whether there are other than the stated number of bytes. */
    public boolean sizeDiffers() {
        return size != data.length;
    }
}

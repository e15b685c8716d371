package dev.tamias.session;

/**
 * How a session went. Consumed, skipped and left bytes together are all that was read, always.
 *
 * @param rows messages
 * @param attachments attachments, with or without a message
 * @param consumed bytes that became items
 * @param skipped bytes that the parser passed over, or that were skipped after its errors
 * @param tail bytes that were read and left: the incomplete end, or what lay behind the last item
 * @param parseErrors how often the parser called the bytes at the front no item
 * @param complete whether the session came to the end of its source
 */
public record ParseSummary(
        long rows,
        long attachments,
        long consumed,
        long skipped,
        long tail,
        long parseErrors,
        boolean complete) {

    /** All bytes that were read. */
    public long total() {
        return consumed + skipped + tail;
    }

    @Override
    public String toString() {
        return rows
                + " rows, "
                + attachments
                + " attachments; "
                + consumed
                + " bytes consumed, "
                + skipped
                + " skipped, "
                + tail
                + " left"
                + (complete ? "" : "; ended early");
    }
}

package dev.tamias.session;

import java.util.List;

/**
 * How a session went. Consumed, skipped and left bytes together are the whole input, always; of an
 * input whose size nobody knows, all that was read.
 *
 * @param rows messages
 * @param attachments attachments, with or without a message
 * @param consumed bytes that became items
 * @param skipped bytes that the parser passed over, that were skipped after its errors, or that were
 *     dropped at the end
 * @param tail bytes that were left: the incomplete end, or what lies behind the last item
 * @param tailOffset where the tail begins in the input
 * @param parseErrors how often the parser called the bytes at the front no item
 * @param incompletes how often it asked for more bytes
 * @param restarts how often a fresh instance went on after a trap or a broken contract
 * @param columnMismatches rows that have more or fewer cells than the parser declares columns
 * @param sizeMismatches attachments whose stated size is not the length of their data
 * @param skippedRanges the first skipped ranges, neighbours of one reason as one
 * @param skippedRangeCount how many ranges there are, with those that are not in the list
 * @param end what ended the session
 */
public record ParseSummary(
        long rows,
        long attachments,
        long consumed,
        long skipped,
        long tail,
        long tailOffset,
        long parseErrors,
        long incompletes,
        int restarts,
        long columnMismatches,
        long sizeMismatches,
        List<SkippedRange> skippedRanges,
        long skippedRangeCount,
        End end) {

    /** What ended a session. */
    public enum End {
        /** Nothing yet. */
        RUNNING,
        /** The source had no more bytes. */
        SOURCE_END,
        /** The parser said that nothing more is to come. */
        PARSER_EOF,
        /** The rows that were asked for are there. */
        LIMIT,
        /** It was cancelled, or its thread was interrupted. */
        CANCELLED,
        /** The parser, the source or the taker of the rows failed. */
        FAILED
    }

    public ParseSummary {
        skippedRanges = List.copyOf(skippedRanges);
    }

    /** The bytes of the whole input, or all that were read. */
    public long total() {
        return consumed + skipped + tail;
    }

    /** Whether the session came to the end of its source, or to what the parser says is the end. */
    public boolean complete() {
        return end == End.SOURCE_END || end == End.PARSER_EOF;
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
                + (restarts == 0 ? "" : "; restarted " + restarts + " times")
                + (complete() ? "" : "; ended early");
    }
}

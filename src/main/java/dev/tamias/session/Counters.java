package dev.tamias.session;

import dev.tamias.model.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counts of a running session. */
final class Counters {

    long rows;
    long attachments;
    long consumed;
    long parseErrors;
    long incompletes;
    int restarts;
    long columnMismatches;
    long sizeMismatches;
    final SkippedRanges skipped = new SkippedRanges();
    ParseSummary.End end = ParseSummary.End.RUNNING;

    /** Counts an item that was handed on. */
    void count(long bytes, @Nullable List<String> cells, @Nullable Attachment attachment) {
        consumed += bytes;
        if (cells != null) {
            rows++;
        }
        if (attachment != null) {
            attachments++;
            if (attachment.size() != attachment.data().length) {
                sizeMismatches++;
            }
        }
    }

    ParseSummary summary(long tail, long tailOffset) {
        return new ParseSummary(
                rows,
                attachments,
                consumed,
                skipped.bytes(),
                tail,
                tailOffset,
                parseErrors,
                incompletes,
                restarts,
                columnMismatches,
                sizeMismatches,
                skipped.first(),
                skipped.count(),
                end);
    }
}

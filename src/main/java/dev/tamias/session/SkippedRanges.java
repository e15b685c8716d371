package dev.tamias.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects skipped bytes, in their order: neighbours of one reason become one range. */
final class SkippedRanges {

    /** How many ranges are kept; the others are counted. */
    static final int KEPT = 1_000;

    private final List<SkippedRange> kept = new ArrayList<>();
    private @Nullable SkippedRange last;
    private long count;
    private long bytes;

    void add(long offset, long length, SkippedRange.Reason reason) {
        if (length == 0) {
            return;
        }
        bytes += length;
        SkippedRange before = last;
        if (before != null
                && before.reason() == reason
                && before.offset() + before.length() == offset) {
            last = new SkippedRange(before.offset(), before.length() + length, reason);
        } else {
            count++;
            last = new SkippedRange(offset, length, reason);
        }
        keep(last);
    }

    private void keep(SkippedRange range) {
        if (count == kept.size()) {
            kept.set(kept.size() - 1, range);
        } else if (count <= KEPT) {
            kept.add(range);
        }
    }

    /** All bytes that were skipped. */
    long bytes() {
        return bytes;
    }

    /** How many ranges there are. */
    long count() {
        return count;
    }

    /** The first ranges. */
    List<SkippedRange> first() {
        return List.copyOf(kept);
    }
}

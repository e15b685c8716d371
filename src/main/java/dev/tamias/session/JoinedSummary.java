package dev.tamias.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The summaries of sessions over the parts of one input as that of a session over the whole. */
public final class JoinedSummary {

    private final SkippedRanges ranges = new SkippedRanges();
    private @Nullable SkippedRange last;
    private boolean lastIsKnown = true;
    private long count;
    private long position;

    private JoinedSummary() {}

    /**
     * Joins the summaries of neighbours that begin at the input's first byte. How often the parser asked
     * for more bytes is the sum, and may be another number than that of one session.
     *
     * @return null where the parts do not tell enough: of a part with very many skipped ranges only the
     *     first are known, so that one at its end may or may not go on in the next part
     */
    public static @Nullable ParseSummary of(List<ParseSummary> parts) {
        JoinedSummary joined = new JoinedSummary();
        for (ParseSummary part : parts) {
            if (!joined.add(part)) {
                return null;
            }
        }
        return joined.summary(parts);
    }

    /** Adds the ranges of a part; false where it is not known whether they go on where others end. */
    private boolean add(ParseSummary part) {
        List<SkippedRange> more = part.skippedRanges();
        if (!more.isEmpty()) {
            SkippedRange first = more.get(0);
            if (first.offset() == position && !lastIsKnown) {
                return false;
            }
            boolean goesOn =
                    last != null
                            && last.reason() == first.reason()
                            && last.offset() + last.length() == first.offset();
            count += part.skippedRangeCount() - (goesOn ? 1 : 0);
            more.forEach(each -> ranges.add(each.offset(), each.length(), each.reason()));
            last = more.get(more.size() - 1);
            lastIsKnown = part.skippedRangeCount() == more.size();
        } else if (part.total() > 0) {
            lastIsKnown = true;
        }
        position += part.total();
        return true;
    }

    private ParseSummary summary(List<ParseSummary> parts) {
        ParseSummary end = parts.get(parts.size() - 1);
        return new ParseSummary(
                parts.stream().mapToLong(ParseSummary::rows).sum(),
                parts.stream().mapToLong(ParseSummary::attachments).sum(),
                parts.stream().mapToLong(ParseSummary::consumed).sum(),
                parts.stream().mapToLong(ParseSummary::skipped).sum(),
                parts.stream().mapToLong(ParseSummary::tail).sum(),
                end.tailOffset(),
                parts.stream().mapToLong(ParseSummary::parseErrors).sum(),
                parts.stream().mapToLong(ParseSummary::incompletes).sum(),
                parts.stream().mapToInt(ParseSummary::restarts).sum(),
                parts.stream().mapToLong(ParseSummary::columnMismatches).sum(),
                parts.stream().mapToLong(ParseSummary::sizeMismatches).sum(),
                ranges.first(),
                count,
                end.end());
    }
}

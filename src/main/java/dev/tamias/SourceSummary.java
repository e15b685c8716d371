package dev.tamias;

import dev.tamias.session.ParseSummary;
import java.util.List;

/**
 * How the session over one input went.
 *
 * @param source the input's name, as in the column {@code Source}
 */
public record SourceSummary(String source, ParseSummary summary) {

    /**
     * The sums of several sessions. Offsets mean nothing in a sum, so it has no ranges, and its tail no
     * place; it ended as the first of those that did not come to an end of their own.
     */
    static ParseSummary total(List<SourceSummary> summaries) {
        if (summaries.size() == 1) {
            return summaries.get(0).summary();
        }
        long[] sums = new long[11];
        ParseSummary.End end = ParseSummary.End.SOURCE_END;
        for (SourceSummary each : summaries) {
            ParseSummary one = each.summary();
            long[] terms = {
                one.rows(),
                one.attachments(),
                one.consumed(),
                one.skipped(),
                one.tail(),
                one.parseErrors(),
                one.incompletes(),
                one.restarts(),
                one.columnMismatches(),
                one.sizeMismatches(),
                one.skippedRangeCount()
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] += terms[i];
            }
            if (end == ParseSummary.End.SOURCE_END && !one.complete()) {
                end = one.end();
            }
        }
        return new ParseSummary(
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                0,
                sums[5],
                sums[6],
                (int) sums[7],
                sums[8],
                sums[9],
                List.of(),
                sums[10],
                end);
    }

    @Override
    public String toString() {
        return source + ": " + summary;
    }
}

package dev.tamias.jupyter.page;

import dev.tamias.session.ParseSummary;
import dev.tamias.session.SkippedRange;
import java.util.List;
import java.util.Locale;

/** How a session went: what became of every byte, and what was not as it should be. */
public final class SummaryTable {

    private static final int MOST_RANGES = 20;
    private static final double PERCENT = 100;
    private static final double HUNDREDTH = 0.01;

    private SummaryTable() {}

    /** The HTML of a summary. */
    public static String of(ParseSummary summary) {
        return Html.page().add(table(summary)).add(ranges(summary)).finish();
    }

    /** Facts only; a count of what is wrong is there where it is not 0. */
    static Html table(ParseSummary summary) {
        Html table = new Html().open("table", "facts").line();
        fact(table, "Rows", Counted.of(summary.rows()));
        if (summary.attachments() > 0) {
            fact(table, "Attachments", Counted.of(summary.attachments()));
        }
        fact(table, "Bytes read", Counted.of(summary.total()));
        fact(table, "made items", bytes(summary.consumed(), summary));
        fact(table, "skipped", bytes(summary.skipped(), summary));
        String from = summary.tail() > 0 ? ", from byte " + Counted.of(summary.tailOffset()) : "";
        fact(table, "left", bytes(summary.tail(), summary) + from);
        wrong(table, "Parse errors", summary.parseErrors());
        wrong(table, "Restarts", summary.restarts());
        wrong(table, "Rows with too few or too many cells", summary.columnMismatches());
        wrong(table, "Attachments of another size than stated", summary.sizeMismatches());
        table.open("tr").element("th", "Ended");
        table.element("td", summary.complete() ? "" : "warn", end(summary.end())).close();
        return table.close();
    }

    private static void fact(Html table, String name, String value) {
        table.open("tr").element("th", name).element("td", value).close().line();
    }

    private static void wrong(Html table, String name, long count) {
        if (count > 0) {
            table.open("tr").element("th", name);
            table.element("td", "warn", Counted.of(count)).close().line();
        }
    }

    private static String bytes(long bytes, ParseSummary summary) {
        if (bytes == 0 || summary.total() == 0) {
            return "0";
        }
        double share = PERCENT * bytes / summary.total();
        return Counted.of(bytes) + " (" + percent(share) + " %)";
    }

    /** Hundredths; all and nothing are said of nothing else. */
    private static String percent(double share) {
        if (share == PERCENT) {
            return "100";
        } else if (share < HUNDREDTH) {
            return "< 0.01";
        }
        return String.format(Locale.ROOT, "%.2f", Math.min(share, PERCENT - HUNDREDTH));
    }

    private static String end(ParseSummary.End end) {
        return switch (end) {
            case RUNNING -> "not yet: it is running";
            case SOURCE_END -> "with the end of the input";
            case PARSER_EOF -> "because the parser says that nothing more is to come";
            case LIMIT -> "with the rows that were asked for";
            case CANCELLED -> "because it was cancelled";
            case FAILED -> "because it failed";
        };
    }

    private static Html ranges(ParseSummary summary) {
        List<SkippedRange> ranges = summary.skippedRanges();
        Html html = new Html();
        if (ranges.isEmpty()) {
            return html;
        }
        html.details("more", false).element("summary", "Skipped ranges");
        html.open("table", "facts").line();
        for (SkippedRange each : ranges.subList(0, Math.min(MOST_RANGES, ranges.size()))) {
            fact(
                    html,
                    "at byte " + Counted.of(each.offset()),
                    Counted.of(each.length(), "byte") + ", " + reason(each.reason()));
        }
        html.close();
        long rest = summary.skippedRangeCount() - Math.min(MOST_RANGES, ranges.size());
        if (rest > 0) {
            html.element("p", "note", "… " + Counted.of(rest, "more range") + ".");
        }
        return html.close();
    }

    private static String reason(SkippedRange.Reason reason) {
        return switch (reason) {
            case PARSE_ERROR -> "no item to the parser";
            case PARSER -> "passed over by the parser";
            case TAIL -> "an incomplete end";
        };
    }
}

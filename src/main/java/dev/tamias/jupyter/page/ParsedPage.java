package dev.tamias.jupyter.page;

import dev.tamias.Parsed;
import dev.tamias.SourceSummary;
import dev.tamias.table.TextTable;
import java.util.List;

/** What a parser made of its input, all of it: counts, inputs, columns, attachments, log. */
public final class ParsedPage {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REPORT = 20_000;
    private static final int MOST_INPUTS = 50;
    private static final int LOG = 20_000;

    private ParsedPage() {}

    /** The HTML of a session's outcome. Its rows are its {@code table()}. */
    public static String of(Parsed parsed) {
        Html html = Html.page().open("p", "top").element("b", name(parsed));
        html.text(" · " + Counted.of(parsed.table().rowCount(), "row"));
        html.text(" × " + Counted.of(parsed.table().columnCount(), "column")).close().line();
        html.open("p", "note").text("The rows are in ").element("code", "table()").text(".");
        html.close().line().add(SummaryTable.table(parsed.summary())).line();
        inputs(html, parsed.summaries());
        html.details("more", false).element("summary", "Columns");
        html.element("pre", Html.clip(parsed.report().toString(), LONGEST_REPORT)).close().line();
        if (!parsed.attachments().isEmpty()) {
            html.element("h4", Counted.of(parsed.attachments().size(), "attachment"));
            html.add(AttachmentView.list(parsed.attachments()));
        }
        html.details("more", false).element("summary", "Log").open("div", "sheet");
        html.add(LogLines.of(parsed.log().entries(), parsed.log().dropped(), LOG)).close();
        return html.finish();
    }

    /** The same for a terminal: counts, then the start and the end of the table. */
    public static String text(Parsed parsed) {
        return parsed + "\n" + TextTable.of(parsed.table(), TextTable.ROWS);
    }

    private static String name(Parsed parsed) {
        String name = parsed.table().name();
        return name == null ? "table" : Html.clip(name, LONGEST_NAME);
    }

    private static void inputs(Html html, List<SourceSummary> inputs) {
        if (inputs.size() < 2) {
            return;
        }
        html.details("more", false).element("summary", Counted.of(inputs.size(), "input"));
        html.open("table", "facts").line();
        for (SourceSummary each : inputs.subList(0, Math.min(MOST_INPUTS, inputs.size()))) {
            html.open("tr").element("th", Html.clip(each.source(), LONGEST_NAME));
            html.element("td", each.summary().toString()).close().line();
        }
        html.close().close().line();
    }
}

package dev.tamias.jupyter.page;

import dev.tamias.check.CheckReport;
import dev.tamias.check.Finding;

/** What a check of a plugin found: the verdict, then a row for each finding, defects marked. */
public final class CheckPage {

    private static final int LONGEST = 1_000;
    private static final int MOST_FINDINGS = 200;

    private CheckPage() {}

    /** The HTML of a report. */
    public static String of(CheckReport report) {
        Html html = Html.page().open("p", "top").element("b", report.verdict());
        html.text(Html.clip(": " + report.type() + " \"" + report.plugin() + "\"", LONGEST))
                .close();
        String run = report.origin() + "; run on " + report.input() + "; seed " + report.seed();
        html.line().element("p", "note", Html.clip(run, LONGEST)).line();
        html.open("table", "form check").line().open("tr");
        html.element("th", "Aspect").element("th", "Verdict").element("th", "Found").close().line();
        report.findings().stream().limit(MOST_FINDINGS).forEach(each -> row(html, each));
        html.close();
        int rest = report.findings().size() - MOST_FINDINGS;
        if (rest > 0) {
            html.element("p", "note", "… " + Counted.of(rest, "more finding") + ".");
        }
        return html.finish();
    }

    private static void row(Html html, Finding finding) {
        html.open("tr").element("td", finding.aspect().toString());
        html.element("td", finding.kind().toString());
        html.open("td");
        if (finding.isDefect()) {
            html.element("b", "warning", Html.clip(finding.found(), LONGEST));
        } else {
            html.text(Html.clip(finding.found(), LONGEST));
        }
        if (!finding.remedy().isEmpty()) {
            html.breakLine().element("small", "→ " + Html.clip(finding.remedy(), LONGEST));
        }
        html.close().close().line();
    }
}

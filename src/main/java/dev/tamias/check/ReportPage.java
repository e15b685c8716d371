package dev.tamias.check;

import dev.tamias.table.chart.Markup;

/** A report as HTML: one file, no scripts, nothing from the network, every text escaped. */
final class ReportPage {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>TITLE</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .4em .8em .4em 0; border-bottom: 1px solid #8886; }
            th { white-space: nowrap; font-weight: 600; }
            small { opacity: .75; }
            .good { color: #2e7d32; } .defect { color: #d32f2f; font-weight: 600; }
            .unchecked { color: #b26a00; } .note { opacity: .8; }
            .remedy { display: block; }
            </style>
            </head>
            <body>
            """;

    private ReportPage() {}

    static String of(CheckReport report) {
        String title = Markup.escape(report.type() + " \"" + report.plugin() + "\"");
        StringBuilder html = new StringBuilder(HEAD.replace("TITLE", title));
        html.append("<h1>").append(title).append("</h1>\n");
        html.append("<p><strong>").append(Markup.escape(report.verdict()));
        html.append("</strong><br><small>").append(Markup.escape(report.origin()));
        html.append("<br>run on ").append(Markup.escape(report.input()));
        html.append("; seed ").append(report.seed()).append("</small></p>\n<table>\n");
        Aspect before = null;
        for (Finding each : report.findings()) {
            row(html, each, each.aspect() != before);
            before = each.aspect();
        }
        return html.append("</table>\n</body>\n</html>\n").toString();
    }

    private static void row(StringBuilder html, Finding finding, boolean first) {
        Aspect aspect = finding.aspect();
        html.append("<tr><th title=\"").append(Markup.escape(aspect.meaning())).append("\">");
        html.append(first ? aspect.toString() : "").append("</th><td class=\"");
        html.append(finding.kind()).append("\">").append(finding.kind()).append("</td><td>");
        html.append(Markup.escape(finding.found()));
        if (!finding.remedy().isEmpty()) {
            html.append("<small class=\"remedy\">→ ").append(Markup.escape(finding.remedy()));
            html.append("</small>");
        }
        html.append("</td></tr>\n");
    }
}

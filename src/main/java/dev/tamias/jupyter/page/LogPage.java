package dev.tamias.jupyter.page;

import dev.tamias.Log;

/** What plugins said in a run. */
public final class LogPage {

    private static final int LARGEST = 60_000;

    private LogPage() {}

    /** The HTML of a log: the latest lines, oldest first. */
    public static String of(Log log) {
        Html html = Html.page().open("p", "top");
        html.element("b", Counted.of(log.entries().size() + log.dropped(), "line"));
        html.text(" of the plugins and of the host").close().line();
        html.open("div", "sheet").add(LogLines.of(log.entries(), log.dropped(), LARGEST)).close();
        html.line().open("p", "note").element("code", "table()").text(" has all that is kept.");
        return html.close().finish();
    }
}

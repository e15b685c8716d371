package dev.tamias.jupyter.page;

import dev.tamias.Parsed;
import dev.tamias.TableIncomplete;
import dev.tamias.model.TamiasException;

/** An error as a value: what happened, how far it came, what the plugin said last, what to do next. */
public final class ErrorPage {

    private static final int LONGEST_SENTENCE = 2_000;
    private static final int MOST_OTHERS = 5;
    private static final int LOG = 20_000;

    private ErrorPage() {}

    /** The HTML of an error. */
    public static String of(TamiasException failure) {
        Html html = Html.page().open("div", "failure");
        Throwable first = failure.getCause() instanceof TamiasException c ? c : failure;
        html.open("p").element("b", first.getClass().getSimpleName());
        html.text(": " + Html.clip(failure.sentence(), LONGEST_SENTENCE)).close().line();
        Throwable[] others = first.getSuppressed();
        for (int i = 0; i < Math.min(MOST_OTHERS, others.length); i++) {
            String message = String.valueOf(others[i].getMessage());
            html.element("p", "Also: " + Html.clip(message, LONGEST_SENTENCE)).line();
        }
        html.open("p").element("b", "Next: ").text(NextStep.of(failure.trouble())).text(" See ");
        html.element("code", failure.trouble().link()).text(".").close().close().line();
        if (failure instanceof TableIncomplete incomplete) {
            before(html, incomplete.parsed());
        }
        return html.finish();
    }

    private static void before(Html html, Parsed parsed) {
        html.element("h4", "Before that").add(SummaryTable.table(parsed.summary())).line();
        Html log = LogLines.of(parsed.log().entries(), parsed.log().dropped(), LOG);
        if (!log.isEmpty()) {
            html.element("h4", "The plugins' log").open("div", "sheet").add(log).close().line();
        }
    }
}

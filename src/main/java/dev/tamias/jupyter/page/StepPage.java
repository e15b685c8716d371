package dev.tamias.jupyter.page;

import dev.tamias.ParserStep;
import dev.tamias.SourceStep;
import dev.tamias.model.TamiasException;

/** A step that has not run: what it would run over what. */
public final class StepPage {

    private static final int LONGEST = 20_000;

    private StepPage() {}

    /** The HTML of a parser and what it is set to, with the form of what it takes; or why it cannot be had. */
    public static String of(ParserStep step) {
        try {
            return page(step.explain(), ".over(bytes(\"FILE\")).table()")
                    .add(SchemaTable.table(step.schema(), LONGEST))
                    .finish();
        } catch (TamiasException e) {
            return ErrorPage.of(e);
        }
    }

    /** What a parser is and is set to, or why it cannot be had. */
    public static String text(ParserStep step) {
        try {
            return step.explain();
        } catch (TamiasException e) {
            return e.sentence() + "\n";
        }
    }

    /** The HTML of a parser over its input. */
    public static String of(SourceStep step) {
        return page(step.toString(), ".table()").finish();
    }

    private static Html page(String explained, String next) {
        Html html = Html.page().element("pre", Html.clip(explained.stripTrailing(), LONGEST));
        html.open("p", "note").text("Nothing has run yet; ").element("code", next);
        return html.text(" runs it.").close().line();
    }
}

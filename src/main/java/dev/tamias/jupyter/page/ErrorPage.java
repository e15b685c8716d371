package dev.tamias.jupyter.page;

import dev.tamias.model.TamiasException;

/** An error as a value. */
public final class ErrorPage {

    private ErrorPage() {}

    /** The HTML of an error. */
    public static String of(TamiasException failure) {
        Html html = Html.page().open("p").element("b", failure.getClass().getSimpleName());
        html.text(": " + failure.sentence()).breakLine().text("See ");
        return html.element("code", failure.trouble().link()).text(".").finish();
    }
}

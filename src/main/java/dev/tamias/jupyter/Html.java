package dev.tamias.jupyter;

import dev.tamias.table.chart.Markup;

/** Text inside HTML. Logs hold whatever an attacker wrote into them, so everything is escaped. */
final class Html {

    private Html() {}

    /** The text as it is to be read, in an element or in an attribute's quotes. */
    static String escape(String text) {
        return Markup.escape(text);
    }

    /** The first {@code length} characters of a text, with a sign where there were more; not escaped. */
    static String clip(String text, int length) {
        return Markup.clip(text, length);
    }
}

package dev.tamias.jupyter.page;

import dev.tamias.model.GuestText;
import dev.tamias.table.chart.Markup;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML, written element by element. Logs and plugins hold whatever an attacker wrote into them, so text
 * is always escaped, and what is open is closed by its own name.
 */
final class Html {

    private static final char CONTROL_PICTURES = '\u2400';
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** The start of a page: its element and the style that all pages share. */
    static Html page() {
        return new Html().open("div", "tamias").markup("<style>" + Style.sheet() + "</style>\n");
    }

    /** The text as it is to be read, in an element or in an attribute's quotes. */
    static String escape(String text) {
        return Markup.escape(fit(text));
    }

    /** The first {@code length} characters of a text, with a sign where there were more; not escaped. */
    static String clip(String text, int length) {
        // A cell may have a megabyte, of which only the start is looked at.
        boolean tooLong = text.length() > 2 * length + 1;
        return Markup.clip(tooLong ? text.substring(0, 2 * length + 1) : text, length);
    }

    /** The text without the marks that turn the direction of writing, and without control characters. */
    static String fit(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            shown.append(GuestText.isUnfit(each) ? inPlaceOf(each) : each);
        }
        return shown.toString();
    }

    /** Unicode has a picture for each control character of ASCII; lines and tabs stay what they are. */
    private static char inPlaceOf(char unfit) {
        if (unfit == '\n' || unfit == '\t') {
            return unfit;
        }
        return unfit < ' ' ? (char) (CONTROL_PICTURES + unfit) : REPLACEMENT;
    }

    Html open(String element) {
        html.append('<').append(element).append('>');
        open.push(element);
        return this;
    }

    /** Opens an element of a class of the style sheet, or of none. */
    Html open(String element, String styled) {
        if (styled.isEmpty()) {
            return open(element);
        }
        html.append('<').append(element).append(" class=\"").append(styled).append("\">");
        open.push(element);
        return this;
    }

    /** Opens a {@code details} element, folded out or not. */
    Html details(String styled, boolean unfolded) {
        html.append("<details class=\"").append(styled).append(unfolded ? "\" open>" : "\">");
        open.push("details");
        return this;
    }

    /** Opens a cell that spans columns. */
    Html span(String cell, int columns) {
        html.append('<').append(cell).append(" colspan=\"").append(columns).append("\">");
        open.push(cell);
        return this;
    }

    /** Closes what was opened last. */
    Html close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A picture that is in the page. */
    Html picture(String type, String base64, String alt) {
        html.append("<img src=\"data:").append(type).append(";base64,").append(base64);
        html.append("\" alt=\"").append(escape(alt)).append("\">");
        return this;
    }

    Html breakLine() {
        html.append("<br>");
        return this;
    }

    Html line() {
        html.append('\n');
        return this;
    }

    /** Text in an element, where quotes are quotes. */
    Html text(String text) {
        html.append(escape(text).replace("&quot;", "\"").replace("&#39;", "'"));
        return this;
    }

    /** An element that holds a text. */
    Html element(String element, String text) {
        return open(element).text(text).close();
    }

    /** An element of a class of the style sheet that holds a text. */
    Html element(String element, String styled, String text) {
        return open(element, styled).text(text).close();
    }

    /** Another piece, whose elements are all closed. */
    Html add(Html other) {
        html.append(other.html);
        return this;
    }

    /** What is HTML already, and safe. */
    Html markup(String safe) {
        html.append(safe);
        return this;
    }

    int length() {
        return html.length();
    }

    boolean isEmpty() {
        return html.length() == 0;
    }

    /** The HTML; what is still open is closed first. */
    String finish() {
        while (!open.isEmpty()) {
            close();
        }
        return html.append('\n').toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}

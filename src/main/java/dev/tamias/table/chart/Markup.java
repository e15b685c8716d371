package dev.tamias.table.chart;

import dev.tamias.model.GuestText;

/**
 * Text inside HTML and SVG. Logs hold whatever an attacker wrote into them, so everything is escaped, and what
 * turns the direction of writing is taken out.
 */
public final class Markup {

    /** Where Unicode has a picture for each control character. */
    private static final char CONTROL_PICTURES = '\u2400';

    private static final char DELETE = '\u007f';
    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char REPLACEMENT = '\ufffd';
    private static final char NO_CHARACTER = '\ufffe';

    private Markup() {}

    /** The text as it is to be read, in an element or in an attribute's quotes, of HTML and of XML. */
    public static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(isHalf(text, i) ? REPLACEMENT : visible(c));
            }
        }
        return html.toString();
    }

    /** Half of a surrogate pair, which XML does not allow. */
    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static char visible(char c) {
        if (c == DELETE) {
            return PICTURE_OF_DELETE;
        } else if (c >= NO_CHARACTER) {
            return REPLACEMENT;
        }
        if (c == '\t' || c == '\n') {
            return c;
        } else if (c < ' ') {
            return (char) (CONTROL_PICTURES + c);
        }
        return GuestText.isUnfit(c) ? REPLACEMENT : c;
    }

    /** The first {@code length} characters of a text, with a sign where there were more; not escaped. */
    public static String clip(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }
}

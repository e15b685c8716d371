package dev.tamias.jupyter;

/** Text inside HTML and SVG. Logs hold whatever an attacker wrote into them, so everything is escaped. */
final class Html {

    /** Where Unicode has a picture for each control character. */
    private static final char CONTROL_PICTURES = '\u2400';

    private static final char DELETE = '\u007f';
    private static final char PICTURE_OF_DELETE = '\u2421';

    private Html() {}

    /** The text as it is to be read, in an element or in an attribute's quotes. */
    static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(visible(c));
            }
        }
        return html.toString();
    }

    private static char visible(char c) {
        if (c == DELETE) {
            return PICTURE_OF_DELETE;
        }
        return c < ' ' && c != '\t' && c != '\n' ? (char) (CONTROL_PICTURES + c) : c;
    }

    /** The first {@code length} characters of a text, with a sign where there were more; not escaped. */
    static String clip(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }
}

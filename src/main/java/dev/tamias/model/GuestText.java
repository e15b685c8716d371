package dev.tamias.model;

/**
 * Text that a guest wrote, made fit to be shown in a message or a terminal: control characters, which
 * can move a cursor or rewrite a line, and the marks that turn the direction of writing become U+FFFD.
 */
public final class GuestText {

    /** A message is cut here; a guest may write megabytes. */
    private static final int LONGEST = 2_000;

    private static final char REPLACEMENT = '\uFFFD';

    private GuestText() {}

    /** The text on one line, cut where it is long. */
    public static String oneLine(String text) {
        int end = Math.min(text.length(), LONGEST);
        StringBuilder shown = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char each = text.charAt(i);
            if (each == '\n' || each == '\r' || each == '\t') {
                shown.append(' ');
            } else {
                shown.append(isUnfit(each) ? REPLACEMENT : each);
            }
        }
        return shown.append(end < text.length() ? "…" : "").toString().strip();
    }

    private static boolean isUnfit(char each) {
        return Character.isISOControl(each)
                || each >= '\u202A' && each <= '\u202E'
                || each >= '\u2066' && each <= '\u2069';
    }
}

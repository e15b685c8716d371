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

    /** The text on one line, cut where it is long for a message. */
    public static String oneLine(String text) {
        return oneLine(text, LONGEST);
    }

    /** The text on one line, cut behind {@code longest} characters. */
    public static String oneLine(String text, int longest) {
        int end = Math.min(text.length(), longest);
        if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char each = text.charAt(i);
            if (isSpace(each)) {
                shown.append(' ');
            } else {
                shown.append(isUnfit(each) ? REPLACEMENT : each);
            }
        }
        return shown.append(end < text.length() ? "…" : "").toString().strip();
    }

    private static boolean isSpace(char each) {
        return each == '\n'
                || each == '\r'
                || each == '\t'
                || each == '\u0085'
                || each == '\u2028'
                || each == '\u2029';
    }

    /** Whether a character is a control, or a mark that turns the direction of writing. */
    public static boolean isUnfit(char each) {
        return Character.isISOControl(each)
                || each == '\u061C'
                || each == '\u200E'
                || each == '\u200F'
                || each >= '\u202A' && each <= '\u202E'
                || each >= '\u2066' && each <= '\u2069';
    }
}

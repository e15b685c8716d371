package dev.tamias.jupyter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documentation comment as plain text, for a tooltip. */
public final class JavadocText {

    private static final Pattern INLINE =
            Pattern.compile("\\{@(?:code|link|linkplain|literal|value)\\s*([^{}]*)\\}");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s*");

    private JavadocText() {}

    /** The comment without tags of HTML and Javadoc. */
    public static String of(String comment) {
        String text = comment.replaceAll("(?i)<p>\\s*", "\n").replaceAll("(?i)<li>\\s*", "- ");
        text = INLINE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
        text = TAG.matcher(text).replaceAll("");
        text = BLOCK.matcher(text).replaceAll("$1: ");
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
    }
}

package dev.tamias.workshop;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of the tool as a sentence. Those of a text come as the form that Rust prints for debugging, with
 * line and column counted from 0.
 */
final class ToolError {

    private static final Pattern PLACE =
            Pattern.compile("line: (\\d+), col: (\\d+), snippet: \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern KIND =
            Pattern.compile("kind: (?:Custom\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)|Lex\\((.*?)\\)) *\\}");

    private ToolError() {}

    static String sentence(String reason) {
        Matcher place = PLACE.matcher(reason);
        Matcher kind = KIND.matcher(reason);
        if (!place.find() || !kind.find()) {
            return reason.strip();
        }
        String what = kind.group(1) != null ? kind.group(1) : kind.group(2);
        return "line "
                + (Integer.parseInt(place.group(1)) + 1)
                + ", column "
                + (Integer.parseInt(place.group(2)) + 1)
                + ": "
                + what.replace("\\\"", "\"")
                + ", in: "
                + place.group(3).replace("\\\"", "\"").strip();
    }
}

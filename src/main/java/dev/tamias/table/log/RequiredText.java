package dev.tamias.table.log;

import java.util.regex.Pattern;

/**
 * A text that every match of a pattern has in it: looking for it first is many times faster. What is not
 * understood at once gives the empty text, which is in every text.
 */
final class RequiredText {

    private static final int NOT_PLAIN =
            Pattern.CASE_INSENSITIVE | Pattern.COMMENTS | Pattern.CANON_EQ;

    private static final String NONE = "";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String longest = NONE;
    private int at;

    private RequiredText(String regex) {
        this.regex = regex;
    }

    static String of(Pattern pattern) {
        if ((pattern.flags() & NOT_PLAIN) != 0) {
            return NONE;
        }
        if ((pattern.flags() & Pattern.LITERAL) != 0) {
            return pattern.pattern();
        }
        return new RequiredText(pattern.pattern()).find();
    }

    private String find() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case '|' -> {
                    return NONE;
                }
                case '(' -> {
                    if (!skipGroup()) {
                        return NONE;
                    }
                }
                case '[' -> {
                    endRun();
                    if (!skipClass()) {
                        return NONE;
                    }
                }
                case '\\' -> {
                    if (!escape()) {
                        return NONE;
                    }
                }
                case '?', '*', '{' -> optional(c);
                case '+', '.', '^', '$' -> endRun();
                default -> run.append(c);
            }
        }
        endRun();
        return longest;
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    /** The character before may be left out, and what follows is not beside what came before. */
    private void optional(char quantifier) {
        if (!run.isEmpty()) {
            run.setLength(run.offsetByCodePoints(run.length(), -1));
        }
        endRun();
        if (quantifier == '{') {
            int end = regex.indexOf('}', at);
            at = end < 0 ? regex.length() : end + 1;
        }
    }

    /** Signs and letters after a backslash: only signs stand for themselves. */
    private boolean escape() {
        if (at == regex.length()) {
            return false;
        }
        char c = regex.charAt(at++);
        if (!Character.isLetterOrDigit(c)) {
            run.append(c);
            return true;
        }
        endRun();
        return "dDsSwWbBhHvVRAzZtnrfea".indexOf(c) >= 0;
    }

    /** False if the group sets flags for what follows or cannot be skipped with certainty. */
    private boolean skipGroup() {
        endRun();
        if (regex.startsWith("?", at) && at + 1 < regex.length()) {
            char kind = regex.charAt(at + 1);
            if (":=!<>".indexOf(kind) < 0) {
                return false;
            }
        }
        for (int depth = 1; depth > 0; ) {
            if (at == regex.length()) {
                return false;
            }
            char c = regex.charAt(at++);
            switch (c) {
                case '\\' -> {
                    if (regex.startsWith("Q", at)) {
                        return false;
                    }
                    at = Math.min(at + 1, regex.length());
                }
                case '[' -> {
                    if (!skipClass()) {
                        return false;
                    }
                }
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {}
            }
        }
        return true;
    }

    /**
     * Skips a class of characters, with classes within it; a bracket that comes first stands for itself.
     * False if its end is not certain.
     */
    private boolean skipClass() {
        if (regex.startsWith("^", at)) {
            at++;
        }
        if (regex.startsWith("]", at)) {
            at++;
        }
        for (int depth = 1; depth > 0; ) {
            if (at >= regex.length() || regex.startsWith("\\Q", at)) {
                return false;
            }
            switch (regex.charAt(at++)) {
                case '\\' -> at++;
                case '[' -> depth++;
                case ']' -> depth--;
                default -> {}
            }
        }
        return true;
    }
}

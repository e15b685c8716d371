package dev.tamias.table.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Set;

/** Words that are values: true and false, and how severe a message is. */
public final class Words {

    private static final Set<String> LEVELS =
            Set.of(
                    "trace",
                    "verbose",
                    "finest",
                    "finer",
                    "fine",
                    "debug",
                    "dbg",
                    "config",
                    "info",
                    "information",
                    "informational",
                    "notice",
                    "note",
                    "warn",
                    "warning",
                    "wrn",
                    "error",
                    "err",
                    "severe",
                    "critical",
                    "crit",
                    "fatal",
                    "alert",
                    "emerg",
                    "emergency",
                    "panic");

    private static final Set<String> LETTERS =
            Set.of("T", "V", "D", "I", "N", "W", "E", "C", "F", "A", "S");

    private static final Set<String> LEVEL_CAPTIONS =
            Set.of("level", "loglevel", "lvl", "severity", "priority", "prio", "sev");

    private static final Set<String> TIME_CAPTIONS =
            Set.of("time", "timestamp", "ts", "date", "datetime", "epoch", "when");

    private static final int LONGEST = 13;

    private Words() {}

    /** Whether a caption says that its column holds times. */
    static boolean nameTimes(String caption) {
        return isAmong(caption, TIME_CAPTIONS);
    }

    /** Whether a caption says that its column holds levels. */
    static boolean nameLevels(String caption) {
        return isAmong(caption, LEVEL_CAPTIONS);
    }

    private static boolean isAmong(String caption, Set<String> words) {
        for (String word : caption.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a level: a word, or one letter where the caption says so. */
    static boolean isLevel(byte[] b, int from, int to, boolean letters) {
        if (to - from > LONGEST) {
            return false;
        }
        String word = new String(b, from, to - from, ISO_8859_1);
        return LEVELS.contains(word.toLowerCase(Locale.ROOT)) || letters && LETTERS.contains(word);
    }

    /** 1 for true and 0 for false in any case, or {@link CellParser#NOT}. */
    public static long parseBoolean(byte[] b, int from, int to) {
        if (to - from != 4 && to - from != 5) {
            return CellParser.NOT;
        }
        String word = new String(b, from, to - from, ISO_8859_1);
        if (word.equalsIgnoreCase("true")) {
            return 1;
        }
        return word.equalsIgnoreCase("false") ? 0 : CellParser.NOT;
    }

    /** How a boolean is written: 1 for true, 2 for True, 3 for TRUE, 0 for any other way. */
    static int booleanStyle(byte[] b, int from, int to) {
        String word = new String(b, from, to - from, ISO_8859_1);
        return switch (word) {
            case "true", "false" -> 1;
            case "True", "False" -> 2;
            case "TRUE", "FALSE" -> 3;
            default -> 0;
        };
    }
}

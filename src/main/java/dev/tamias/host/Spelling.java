package dev.tamias.host;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
final class Spelling {

    private Spelling() {}

    /** A question to end a sentence with, or nothing where no known word is near. */
    static String hint(String written, List<String> known) {
        return known.stream()
                .filter(each -> distance(written, each) <= Math.max(1, each.length() / 3))
                .min(Comparator.comparingInt(each -> distance(written, each)))
                .map(each -> " (did you mean \"" + each + "\"?)")
                .orElse("");
    }

    /**
     * How many characters are to be inserted, left out, replaced, or swapped with their neighbour,
     * whatever their case.
     */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}

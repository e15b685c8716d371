package dev.tamias.check;

import java.util.Locale;

/** What of a plugin is looked at, in the order of a report. */
public enum Aspect {
    CONTRACT("It is a component that exports a plugin's interface, and says what it is."),
    FILES("What lies beside the binary is what Chipmunk reads."),
    COLUMNS("Every row has as many cells as the plugin declares columns."),
    CONFIGURATION("Values are accepted or refused, never trapped on; defaults are true."),
    CHUNKS("The rows are the same however the input is cut into slices."),
    TAIL("A last record without its end is neither lost nor cut."),
    PROGRESS("Every answer takes bytes, and no more than it was given."),
    DETERMINISM("The same input gives the same rows."),
    ERRORS("Bad input ends in an error that is said, not in a trap."),
    SPEED("How fast it is on this machine; not judged."),
    IMPORTS("What it can reach, and whether it reaches for what is not its own.");

    private final String meaning;

    Aspect(String meaning) {
        this.meaning = meaning;
    }

    /** What holds of a plugin without a defect, as a sentence. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

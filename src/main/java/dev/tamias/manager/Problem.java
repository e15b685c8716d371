package dev.tamias.manager;

import dev.tamias.model.Trouble;

/**
 * One thing that is wrong with a plugin.
 *
 * @param found what is there, as a clause with its subject
 * @param expected what should be there; empty where {@code found} says it
 * @param remedy what to do next, as a sentence without its full stop
 */
public record Problem(
        Severity severity, Trouble trouble, String found, String expected, String remedy) {

    /** Whether a plugin can be used in spite of a problem. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Problem error(Trouble trouble, String found, String expected, String remedy) {
        return new Problem(Severity.ERROR, trouble, found, expected, remedy);
    }

    static Problem warning(Trouble trouble, String found, String expected, String remedy) {
        return new Problem(Severity.WARNING, trouble, found, expected, remedy);
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What was found, what was expected and what to do, as sentences on one line. */
    public String sentence() {
        return found
                + (expected.isEmpty() ? "" : "; expected: " + expected)
                + (remedy.isEmpty() ? "." : ". " + remedy + ".");
    }
}

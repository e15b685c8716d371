package dev.tamias.cli.wast;

import java.util.Locale;

/**
 * What a command of a script came to.
 *
 * @param detail for a person to read, on why; may be empty
 */
public record Verdict(Kind kind, String detail) {

    /** The four verdicts. */
    public enum Kind {
        /** What the command says holds. */
        PASS,
        /** It does not hold. */
        FAIL,
        /** It was not judged: it needs something that is not supported, and the detail says what. */
        SKIP,
        /** Something was thrown that is no documented exception, or nothing ended the command. */
        CRASH
    }

    static Verdict pass(String detail) {
        return new Verdict(Kind.PASS, detail);
    }

    static Verdict fail(String detail) {
        return new Verdict(Kind.FAIL, detail);
    }

    static Verdict skip(String detail) {
        return new Verdict(Kind.SKIP, detail);
    }

    static Verdict crash(String detail) {
        return new Verdict(Kind.CRASH, detail);
    }

    /** The verdict on a script that cannot be read. */
    public static Verdict unreadable(Exception reason) {
        return fail("the script cannot be read: " + reason.getMessage());
    }

    /** The verdict's word, and after a space the detail where there is one. */
    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return detail.isEmpty() ? word : word + " " + detail;
    }
}

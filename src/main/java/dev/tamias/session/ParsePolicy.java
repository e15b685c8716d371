package dev.tamias.session;

/**
 * What a session does about a parser's errors, and how it slices.
 *
 * @param firstSlice bytes of the first slice; a slice that holds no whole item is doubled
 * @param longestSlice where doubling ends: a parser that still finds no item is at fault
 * @param parseErrors consecutive parse errors, one byte skipped after each, before the session gives up
 * @param initialErrorBytes bytes that may be skipped before the first item
 * @param tail what becomes of bytes at the end that the parser calls incomplete
 */
public record ParsePolicy(
        int firstSlice, int longestSlice, int parseErrors, int initialErrorBytes, Tail tail) {

    /** Chipmunk's limits on errors, and slices that are as fast as its 10 MiB. */
    public static final ParsePolicy DEFAULT =
            new ParsePolicy(256 << 10, 256 << 20, 2_000, 1_024, Tail.REPORT);

    /** What becomes of an incomplete end. */
    public enum Tail {
        /** It is left and counted. */
        REPORT,
        /** It is parsed once more with a line feed behind it, for parsers of lines. */
        NEWLINE
    }

    public ParsePolicy withTail(Tail policy) {
        return new ParsePolicy(firstSlice, longestSlice, parseErrors, initialErrorBytes, policy);
    }

    public ParsePolicy withFirstSlice(int bytes) {
        return new ParsePolicy(bytes, longestSlice, parseErrors, initialErrorBytes, tail);
    }
}

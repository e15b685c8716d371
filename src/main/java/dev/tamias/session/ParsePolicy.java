package dev.tamias.session;

/**
 * What a session does about a parser's errors, and how it slices. Each limit has a counter of its own.
 *
 * @param firstSlice bytes of the first slice
 * @param usualSlice how long slices become of themselves, where the parser takes what it is given
 * @param longestSlice how long they become where the parser asks for more: one that still finds no
 *     item is at fault
 * @param parseErrors consecutive parse errors, one byte skipped after each, before the session gives up
 * @param initialErrorBytes bytes that may be skipped so before the first item
 * @param incompletes how often in a row a parser may ask for more where a source that has not ended
 *     brings nothing
 * @param answersWithoutProgress answers in a row without an error and without a byte consumed, over
 *     the same bytes, with which the session gives up
 * @param emptyReads empty answers in a row of a byte-source plugin that are not yet its end
 * @param restarts how often a fresh instance may go on at the last consumed byte after a trap, a limit
 *     or a broken contract
 * @param strictColumns whether a row with more or fewer cells than declared columns is an error
 * @param tail what becomes of bytes at the end that the parser calls incomplete
 */
public record ParsePolicy(
        int firstSlice,
        int usualSlice,
        int longestSlice,
        int parseErrors,
        int initialErrorBytes,
        int incompletes,
        int answersWithoutProgress,
        int emptyReads,
        int restarts,
        boolean strictColumns,
        Tail tail) {

    /** Chipmunk's limits on errors, and slices that are as fast as its 10 MiB. */
    public static final ParsePolicy DEFAULT =
            new ParsePolicy(
                    16 << 10, 256 << 10, 64 << 20, 2_000, 1_024, 50, 2, 20, 0, false, Tail.REPORT);

    /** What becomes of an incomplete end. */
    public enum Tail {
        /** It is left and counted as tail. */
        REPORT,
        /** It is dropped and counted as skipped. */
        DROP,
        /** It is parsed once more with a line feed behind it, for parsers of lines. */
        NEWLINE,
        /** It becomes a row: its text in the first cell, the other cells empty. */
        EMIT_RAW
    }

    public ParsePolicy {
        atLeast(1, firstSlice, "firstSlice");
        atLeast(1, usualSlice, "usualSlice");
        atLeast(1, longestSlice, "longestSlice");
        atLeast(0, parseErrors, "parseErrors");
        atLeast(0, initialErrorBytes, "initialErrorBytes");
        atLeast(0, incompletes, "incompletes");
        atLeast(1, answersWithoutProgress, "answersWithoutProgress");
        atLeast(0, emptyReads, "emptyReads");
        atLeast(0, restarts, "restarts");
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " is " + value + " and must be at least " + least);
        }
    }

    /** Slices that begin at {@code first} bytes and become {@code usual} of themselves. */
    public ParsePolicy withSlices(int first, int usual) {
        return withFirstSlice(first).withUsualSlice(usual);
    }

    public ParsePolicy withFirstSlice(int value) {
        return new ParsePolicy(
                value,
                usualSlice,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withUsualSlice(int value) {
        return new ParsePolicy(
                firstSlice,
                value,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withLongestSlice(int value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                value,
                parseErrors,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withParseErrors(int value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                value,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withInitialErrorBytes(int value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                parseErrors,
                value,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withIncompletes(int value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                value,
                answersWithoutProgress,
                emptyReads,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withAnswersWithoutProgress(int value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                incompletes,
                value,
                emptyReads,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withEmptyReads(int value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                value,
                restarts,
                strictColumns,
                tail);
    }

    public ParsePolicy withRestarts(int value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                value,
                strictColumns,
                tail);
    }

    public ParsePolicy withStrictColumns(boolean value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                restarts,
                value,
                tail);
    }

    public ParsePolicy withTail(Tail value) {
        return new ParsePolicy(
                firstSlice,
                usualSlice,
                longestSlice,
                parseErrors,
                initialErrorBytes,
                incompletes,
                answersWithoutProgress,
                emptyReads,
                restarts,
                strictColumns,
                value);
    }
}

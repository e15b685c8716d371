package dev.tamias.table.type;

/**
 * One way to write a point in time. What it gives is nanoseconds since 1970 in UTC; where the text has
 * no zone, as if it were UTC, and where it has no year, in the year {@link #BASE_YEAR}.
 */
public interface TimeFormat extends CellParser {

    /** A leap year, so that every day of a text without a year exists. */
    int BASE_YEAR = 2000;

    /** What {@link #offset} says of a text without a zone. */
    int NO_ZONE = Integer.MIN_VALUE;

    /** The pattern, as a user would declare it. */
    String pattern();

    /** Whether a time is a number since 1970, in UTC without saying so. */
    default boolean isNumber() {
        return false;
    }

    /** Whether the format says the year. */
    boolean hasYear();

    /** The same format for another thread. */
    TimeFormat again();

    /** Seconds east of UTC in the cell that was parsed last, or {@link #NO_ZONE}. */
    int offset();
}

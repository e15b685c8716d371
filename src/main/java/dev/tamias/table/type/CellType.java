package dev.tamias.table.type;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column, declared by a user or found in the cells.
 *
 * @param pattern how a time is written (see {@link #instant(String)}); null for the other kinds, and
 *     where the pattern is to be found
 * @param zone the zone of times that name none; null where the table's is taken
 */
public record CellType(Kind kind, @Nullable String pattern, @Nullable ZoneId zone) {

    /** The kinds of column. */
    public enum Kind {
        /** A point in time: an {@code InstantColumn}, and nanoseconds beside it where it needs them. */
        INSTANT,
        /** A whole number of 64 bits: a {@code LongColumn}. */
        INTEGER,
        /** A {@code DoubleColumn}. */
        FLOATING,
        /** {@code true} or {@code false}: a {@code BooleanColumn}. */
        BOOLEAN,
        /** A word for how severe a message is: a {@code StringColumn} with a dictionary. */
        LEVEL,
        /** Anything: a {@code StringColumn}. */
        TEXT
    }

    public static CellType integer() {
        return of(Kind.INTEGER);
    }

    public static CellType floating() {
        return of(Kind.FLOATING);
    }

    public static CellType bool() {
        return of(Kind.BOOLEAN);
    }

    public static CellType level() {
        return of(Kind.LEVEL);
    }

    public static CellType text() {
        return of(Kind.TEXT);
    }

    /** A point in time, written in any of the ways that are known. */
    public static CellType instant() {
        return of(Kind.INSTANT);
    }

    /**
     * A point in time, written so. The letters are those of {@link java.time.format.DateTimeFormatter}:
     * {@code yyyy yy MM MMM dd d DDD EEE HH H mm ss S X}, where {@code d} may be padded with a space, any
     * run of {@code S} is one to nine digits and {@code X} is Z, UTC, GMT or an offset; text in {@code
     * ''}, what may be missing in {@code []}. {@code epoch-s}, {@code epoch-ms}, {@code epoch-us} and
     * {@code epoch-ns} are numbers since 1970, with a fraction or without.
     */
    public static CellType instant(String pattern) {
        return new CellType(Kind.INSTANT, pattern, null);
    }

    /** The same for times in a zone, where the cells name none. */
    public CellType in(ZoneId zoneOfCells) {
        return new CellType(kind, pattern, zoneOfCells);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT)
                + (pattern == null ? "" : " " + pattern)
                + (zone == null ? "" : " in " + zone);
    }

    private static CellType of(Kind kind) {
        return new CellType(kind, null, null);
    }
}

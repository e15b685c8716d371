package dev.tamias.table.type;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column, declared by a user or found in the cells.
 *
 * @param pattern how a time is written (see {@link #instant(String)}); null for the other kinds, and
 *     where the pattern is to be found
 * @param zone the zone of times that name none; null where the table's is taken
 */
public record CellType(Kind kind, @Nullable String pattern, @Nullable ZoneId zone) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\S+)(?: (?!in )(.+?))?(?: in (\\S+))?");

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

    /**
     * Reads a type as {@link #toString} writes it: {@code integer}, {@code floating}, {@code boolean},
     * {@code level}, {@code text}, or {@code instant}, its pattern and {@code in} a zone behind it.
     *
     * @throws HostException where it is none of these, or the pattern cannot be used
     */
    public static CellType of(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        Kind kind =
                Stream.of(Kind.values())
                        .filter(each -> matcher.matches() && matcher.group(1).equals(word(each)))
                        .findFirst()
                        .orElseThrow(() -> none(text));
        String pattern = matcher.group(2);
        if (kind != Kind.INSTANT && matcher.end() != matcher.end(1)) {
            throw none(text);
        }
        try {
            String zone = matcher.group(3);
            CellType type = new CellType(kind, pattern, zone == null ? null : ZoneId.of(zone));
            if (pattern != null) {
                TimeFormats.declared(pattern);
            }
            return type;
        } catch (DateTimeException e) {
            throw none(text);
        }
    }

    private static HostException none(String text) {
        return new HostException(
                Trouble.CONFIGURATION,
                "\""
                        + text
                        + "\" is no type of a column; types are "
                        + Stream.of(Kind.values()).map(CellType::word).toList()
                        + ", and of instant with a pattern and a zone, as in \"instant yyyy-MM-dd HH:mm:ss in"
                        + " Europe/Berlin\".");
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word(kind)
                + (pattern == null ? "" : " " + pattern)
                + (zone == null ? "" : " in " + zone);
    }

    private static CellType of(Kind kind) {
        return new CellType(kind, null, null);
    }
}

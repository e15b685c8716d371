package dev.tamias.table.type;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of calendar and clock, compiled once and run over bytes: no String, no object a cell. The
 * letters are those of {@link CellType#instant(String)}.
 */
final class TimePattern implements TimeFormat {

    private static final long SECOND = 1_000_000_000L;
    private static final int DAY_SECONDS = 86_400;

    /** Years whose nanoseconds since 1970 fit 64 bits. */
    private static final int FIRST_YEAR = 1678;

    private static final int LAST_YEAR = 2261;

    private final String pattern;
    private final TimePart[] parts;

    /** Which part reads the seconds. */
    private final int seconds;

    private final boolean hasYear;
    private final TimeFields fields = new TimeFields();

    private int lastYear = -1;
    private int lastMonthAndDay = -1;
    private long lastEpochDay;

    private final LastTime last;

    private TimePattern(String pattern, List<TimePart> parts, int seconds, LastTime last) {
        this.pattern = pattern;
        this.parts = parts.toArray(new TimePart[0]);
        this.seconds = seconds;
        this.last = last;
        this.hasYear = pattern.contains("yy");
    }

    /**
     * Compiles a pattern.
     *
     * @throws HostException where it has a letter that is not known
     */
    static TimePattern of(String pattern) {
        Compiler compiler = new Compiler(pattern);
        List<TimePart> parts = compiler.whole();
        return new TimePattern(
                pattern, parts, compiler.seconds, new LastTime(compiler.behindSeconds));
    }

    @Override
    public long parse(byte[] b, int from, int to) {
        long known = last.parse(b, from, to);
        return known == NOT ? parseWhole(b, from, to) : known;
    }

    private long parseWhole(byte[] b, int from, int to) {
        last.forget();
        fields.start(b, from, to);
        int secondsAt = from;
        for (int i = 0; i < parts.length; i++) {
            if (i == seconds) {
                secondsAt = fields.at;
            }
            if (!parts[i].read(fields)) {
                return NOT;
            }
        }
        long value = fields.at == to ? value() : NOT;
        if (value != NOT) {
            last.keep(b, from, to, secondsAt, value);
        }
        return value;
    }

    private long value() {
        if (!fields.isClock() || fields.year < FIRST_YEAR || fields.year > LAST_YEAR) {
            return NOT;
        }
        long day = epochDay();
        if (day == NOT) {
            return NOT;
        }
        long seconds = day * DAY_SECONDS + fields.secondOfDay();
        if (fields.offset != NO_ZONE) {
            seconds -= fields.offset;
        }
        return seconds * SECOND + fields.nano;
    }

    /** Most cells have the day of the cell before. */
    private long epochDay() {
        int monthAndDay = fields.dayOfYear > 0 ? -fields.dayOfYear : fields.month * 32 + fields.day;
        if (fields.year == lastYear && monthAndDay == lastMonthAndDay) {
            return lastEpochDay;
        }
        try {
            long day =
                    fields.dayOfYear > 0
                            ? LocalDate.ofYearDay(fields.year, fields.dayOfYear).toEpochDay()
                            : LocalDate.of(fields.year, fields.month, fields.day).toEpochDay();
            lastYear = fields.year;
            lastMonthAndDay = monthAndDay;
            lastEpochDay = day;
            return day;
        } catch (DateTimeException e) {
            return NOT;
        }
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean hasYear() {
        return hasYear;
    }

    @Override
    public TimeFormat again() {
        return of(pattern);
    }

    @Override
    public int offset() {
        return fields.offset;
    }

    /** Turns the letters into parts. */
    private static final class Compiler {

        private final String pattern;
        private int at;
        private int depth;
        private int seconds;
        private @Nullable String behindSeconds;

        Compiler(String pattern) {
            this.pattern = pattern;
        }

        List<TimePart> whole() {
            List<TimePart> parts = parts();
            if (at < pattern.length()) {
                throw wrong("a ] without its [");
            }
            return parts;
        }

        private List<TimePart> parts() {
            List<TimePart> parts = new ArrayList<>();
            while (at < pattern.length() && pattern.charAt(at) != ']') {
                if (depth == 0 && pattern.startsWith("ss", at)) {
                    seconds = parts.size();
                    behindSeconds = pattern.substring(at + 2);
                }
                parts.add(next());
            }
            return parts;
        }

        private TimePart next() {
            char c = pattern.charAt(at);
            if (c == '[') {
                at++;
                depth++;
                List<TimePart> inner = List.copyOf(parts());
                depth--;
                if (at == pattern.length()) {
                    throw wrong("a [ without its ]");
                }
                at++;
                return TimePart.optional(inner);
            }
            if (c == '\'') {
                int end = pattern.indexOf('\'', at + 1);
                if (end < 0) {
                    throw wrong("a ' without its other");
                }
                String text = pattern.substring(at + 1, end);
                at = end + 1;
                return TimePart.literal(text.isEmpty() ? "'" : text);
            }
            if (!Character.isLetter(c)) {
                at++;
                return TimePart.literal(String.valueOf(c));
            }
            int start = at;
            while (at < pattern.length() && pattern.charAt(at) == c) {
                at++;
            }
            String letters = pattern.substring(start, at);
            TimePart part = TimePart.of(letters);
            if (part == null) {
                throw wrong("the letters " + letters);
            }
            return part;
        }

        private HostException wrong(String what) {
            return new HostException(
                    Trouble.CONFIGURATION,
                    "The time pattern \""
                            + pattern
                            + "\" has "
                            + what
                            + "; it may have yyyy yy MM MMM dd d DDD EEE HH H mm ss S X, text in '' and"
                            + " parts that may be missing in [].");
        }
    }
}

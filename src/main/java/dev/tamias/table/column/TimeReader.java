package dev.tamias.table.column;

import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.TimeFormat;
import dev.tamias.table.type.TimeReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a column of times into nanoseconds since 1970. Cells without a zone are taken in one, and a
 * column without years is given them: the last time lies in the latest year that does not put it behind
 * the reference, and every step back by more than half a year on the way is a new year's eve.
 */
public final class TimeReader {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long MINUTE = 60 * SECOND;

    /** How far a log's clock may be ahead of the reference. */
    private static final long AHEAD = 2 * DAY;

    private static final long MOVES = Long.MIN_VALUE;

    private static final int LEAP_YEARS_APART = 8;

    private final TimeFormat format;
    private final ZoneRules zone;

    /** Of a zone that has but one offset; else {@link #MOVES}. */
    private final long fixedOffset;

    private final Instant reference;
    private final Set<Integer> offsets = new TreeSet<>();
    private int lastOffset = TimeFormat.NO_ZONE;
    private boolean withoutZone;
    private int firstYear;
    private long memoMinute = Long.MIN_VALUE;
    private long memoOffset;

    public TimeReader(TimeFormat format, ZoneId zone, Instant reference) {
        this(format, zone.getRules(), reference);
    }

    private TimeReader(TimeFormat format, ZoneRules zone, Instant reference) {
        this.format = format;
        this.zone = zone;
        this.fixedOffset =
                this.zone.isFixedOffset()
                        ? this.zone.getOffset(Instant.EPOCH).getTotalSeconds() * SECOND
                        : MOVES;
        this.reference = reference;
    }

    public TimeFormat format() {
        return format;
    }

    /** A reader of the same times for another thread. */
    TimeReader again() {
        return new TimeReader(format.again(), zone, reference);
    }

    /** What reads the cells, each by itself; {@link #end} makes times of them. */
    CellParser cells() {
        return format.hasYear() ? this::parse : this::parseLocal;
    }

    /**
     * Makes the times of a column of what has been read.
     *
     * @param others those that read a part of it
     */
    void end(List<TimeReader> others, long[] times) {
        for (TimeReader other : others) {
            offsets.addAll(other.offsets);
            withoutZone |= other.withoutZone;
        }
        if (format.hasYear()) {
            return;
        }
        giveYears(times);
        if (withoutZone) {
            for (int row = 0; row < times.length; row++) {
                times[row] = times[row] == CellParser.NOT ? CellParser.NOT : utc(times[row]);
            }
        }
    }

    /** One time in nanoseconds; only where the format says the year. */
    public long parse(byte[] utf8, int from, int to) {
        long local = parseLocal(utf8, from, to);
        boolean needsZone = local != CellParser.NOT && format.offset() == TimeFormat.NO_ZONE;
        return needsZone ? utc(local) : local;
    }

    private long parseLocal(byte[] utf8, int from, int to) {
        long time = format.parse(utf8, from, to);
        if (time != CellParser.NOT) {
            int offset = format.offset();
            if (offset == TimeFormat.NO_ZONE) {
                withoutZone = true;
            } else if (offset != lastOffset) {
                lastOffset = offset;
                offsets.add(offset);
            }
        }
        return time;
    }

    /** The zone's offset is looked up once a minute of the log, since zones change theirs on a minute. */
    private long utc(long local) {
        if (fixedOffset != MOVES) {
            return local - fixedOffset;
        }
        long minute = Math.floorDiv(local, MINUTE);
        if (minute != memoMinute) {
            memoMinute = minute;
            long second = Math.floorDiv(local, SECOND);
            memoOffset =
                    zone.getOffset(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC))
                                    .getTotalSeconds()
                            * SECOND;
        }
        return local - memoOffset;
    }

    private void giveYears(long[] times) {
        int newYears = 0;
        long previous = CellParser.NOT;
        for (long time : times) {
            if (time != CellParser.NOT) {
                newYears += previous != CellParser.NOT && previous - time > 183 * DAY ? 1 : 0;
                previous = time;
            }
        }
        if (previous == CellParser.NOT) {
            return;
        }
        int last = lastYear(times, previous, newYears);
        firstYear = last - newYears;
        int year = firstYear;
        previous = CellParser.NOT;
        for (int row = 0; row < times.length; row++) {
            long time = times[row];
            if (time != CellParser.NOT) {
                year += previous != CellParser.NOT && previous - time > 183 * DAY ? 1 : 0;
                previous = time;
                times[row] = inYear(time, year);
            }
        }
    }

    /** The latest year for the last time in which every 29 February of the column exists. */
    private int lastYear(long[] times, long lastTime, int newYears) {
        long bound = reference.getEpochSecond() * SECOND + AHEAD;
        int latest = LocalDate.ofInstant(reference, ZoneOffset.UTC).getYear() + 1;
        while (inYear(lastTime, latest) == CellParser.NOT || inYear(lastTime, latest) > bound) {
            latest--;
        }
        for (int last = latest; last > latest - LEAP_YEARS_APART; last--) {
            if (isPossible(times, last - newYears)) {
                return last;
            }
        }
        return latest;
    }

    private static boolean isPossible(long[] times, int first) {
        int year = first;
        long previous = CellParser.NOT;
        for (long time : times) {
            if (time != CellParser.NOT) {
                year += previous != CellParser.NOT && previous - time > 183 * DAY ? 1 : 0;
                previous = time;
                if (isLeapDay(time) && !LocalDate.of(year, 1, 1).isLeapYear()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a time of the base year lies on its 29 February, the 60th day. */
    private static boolean isLeapDay(long time) {
        return Math.floorDiv(time, DAY) == LocalDate.of(TimeFormat.BASE_YEAR, 2, 29).toEpochDay();
    }

    private static long inYear(long time, int year) {
        long day = Math.floorDiv(time, DAY);
        if (isLeapDay(time) && !LocalDate.of(year, 1, 1).isLeapYear()) {
            return CellParser.NOT;
        }
        LocalDate date = LocalDate.ofEpochDay(day).withYear(year);
        return time + (date.toEpochDay() - day) * DAY;
    }

    /** What is to be said of times that have been read. */
    TimeReport report(long[] times) {
        long back = 0;
        long firstBack = -1;
        long previous = Long.MIN_VALUE;
        boolean finer = false;
        for (int row = 0; row < times.length; row++) {
            long time = times[row];
            if (time != CellParser.NOT) {
                if (time < previous) {
                    back++;
                    firstBack = firstBack < 0 ? row : firstBack;
                }
                previous = time;
                finer |= time % 1_000_000 != 0;
            }
        }
        List<String> zones = new ArrayList<>();
        if (!format.isNumber()) {
            offsets.forEach(each -> zones.add(ZoneOffset.ofTotalSeconds(each).getId()));
        }
        return new TimeReport(
                format.pattern(), firstYear, zones, withoutZone, back, firstBack, finer);
    }
}

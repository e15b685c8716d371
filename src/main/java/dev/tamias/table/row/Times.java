package dev.tamias.table.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.temporal.TemporalColumn;

/**
 * A column's times as ticks since 1970. A tick is a millisecond for Tablesaw's own types, which hold no
 * more, and a nanosecond for a column of longs. A column of local times has no zone: its ticks count
 * as if it were in UTC.
 */
public final class Times {

    /** The tick of a cell that is missing. */
    public static final long MISSING = Long.MIN_VALUE;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    /** 30,000 years: Tablesaw packs a year into 16 bits. */
    private static final long MOST_DAYS = 30_000 * 365L;

    /** What the name of a column of nanoseconds has behind that of the times. */
    public static final String NANOSECONDS = " ns";

    private final Column<?> column;
    private final LongCells ticks;
    private final long nanosPerTick;

    private Times(Column<?> column, LongCells ticks, long nanosPerTick) {
        this.column = column;
        this.ticks = ticks;
        this.nanosPerTick = nanosPerTick;
    }

    /**
     * The times of a column, or null if it holds none. Where a column of longs stands beside it under its
     * name and {@value #NANOSECONDS}, the times are read from there.
     */
    public static @Nullable Times of(Table table, Column<?> column) {
        if (column instanceof LongColumn nanos) {
            return new Times(column, nanos::getLong, 1);
        } else if (column instanceof InstantColumn || column instanceof DateTimeColumn) {
            LongColumn nanos = nanoseconds(table, column.name());
            return nanos != null
                    ? new Times(column, nanos::getLong, 1)
                    : new Times(column, new Unpacked((TemporalColumn<?>) column), NANOS_PER_MILLI);
        }
        return null;
    }

    /** The column of nanoseconds beside one of times, if there is one. */
    public static @Nullable LongColumn nanoseconds(Table table, String name) {
        for (Column<?> each : table.columns()) {
            if (each.name().equalsIgnoreCase(name + NANOSECONDS)) {
                return each instanceof LongColumn nanos ? nanos : null;
            }
        }
        return null;
    }

    /** Tablesaw packs a time into bit fields. Days repeat, so the last one is kept. */
    private static final class Unpacked implements LongCells {

        private final TemporalColumn<?> column;
        private int lastDate = 1970 << 16 | 1 << 8 | 1;
        private long lastMillis;

        Unpacked(TemporalColumn<?> column) {
            this.column = column;
        }

        @Override
        public long at(int row) {
            long packed = column.getLongInternal(row);
            if (packed == MISSING) {
                return MISSING;
            }
            int date = (int) (packed >> 32);
            if (date != lastDate) {
                lastDate = date;
                LocalDate day = LocalDate.of(date >> 16, (date >> 8) & 0xff, date & 0xff);
                lastMillis = day.toEpochDay() * MILLIS_PER_DAY;
            }
            int time = (int) packed;
            int minutes = (time >> 24) * 60 + ((time >> 16) & 0xff);
            return lastMillis + minutes * 60_000L + (time & 0xffff);
        }
    }

    /** The column itself. */
    public Column<?> column() {
        return column;
    }

    /** The tick of a row, or {@link #MISSING}. */
    public long at(int row) {
        return ticks.at(row);
    }

    /** The ticks of some rows. */
    public long[] ticks(Rows rows) {
        long[] read = new long[rows.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = ticks.at(rows.at(i));
        }
        return read;
    }

    /**
     * The ticks of some rows, where a row without a time has the one of the row before it, as a stack
     * trace belongs to the line above it; those before the first time have the first; all have 0 if
     * none has a time.
     */
    public long[] carried(Rows rows) {
        long[] read = ticks(rows);
        long last = 0;
        for (int i = 0; i < read.length; i++) {
            if (read[i] != MISSING) {
                last = read[i];
                break;
            }
        }
        for (int i = 0; i < read.length; i++) {
            last = read[i] == MISSING ? last : read[i];
            read[i] = last;
        }
        return read;
    }

    /** True if the column holds times on a clock without a zone. */
    public boolean areLocal() {
        return column instanceof DateTimeColumn;
    }

    /** Nanoseconds in a tick. */
    public long nanosPerTick() {
        return nanosPerTick;
    }

    /** The first tick at or after an instant, within the range of a long. */
    public long tick(Instant instant) {
        long perSecond = NANOS_PER_SECOND / nanosPerTick;
        try {
            long part = (instant.getNano() + nanosPerTick - 1) / nanosPerTick;
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), perSecond), part);
        } catch (ArithmeticException e) {
            return instant.getEpochSecond() < 0 ? MISSING + 1 : Long.MAX_VALUE;
        }
    }

    /** The first tick at or after a local time, which the zone places for columns that have one. */
    public long tick(LocalDateTime local, ZoneId zone) {
        return tick(local.atZone(areLocal() ? ZoneOffset.UTC : zone).toInstant());
    }

    /** The instant of a tick; of a local time as if it were in UTC. */
    public Instant instant(long tick) {
        long perSecond = NANOS_PER_SECOND / nanosPerTick;
        return Instant.ofEpochSecond(
                Math.floorDiv(tick, perSecond), Math.floorMod(tick, perSecond) * nanosPerTick);
    }

    /**
     * Ticks of this column as a column to look at: of its type, or of instants if it holds longs and the
     * ticks are whole milliseconds.
     *
     * @param ticks each may be {@link #MISSING}
     */
    public Column<?> column(String name, long[] ticks) {
        long perMilli = NANOS_PER_MILLI / nanosPerTick;
        if (column instanceof LongColumn) {
            for (long tick : ticks) {
                if (tick != MISSING && Math.floorMod(tick, perMilli) != 0) {
                    return LongColumn.create(name, ticks);
                }
            }
        }
        return view(name, ticks, nanosPerTick, areLocal());
    }

    /**
     * Ticks as a column of Tablesaw's own, to the millisecond.
     *
     * @param ticks each may be {@link #MISSING}
     * @param local whether the times are on a clock without a zone
     */
    public static Column<?> view(String name, long[] ticks, long nanosPerTick, boolean local) {
        long perMilli = NANOS_PER_MILLI / nanosPerTick;
        TemporalColumn<?> times = local ? DateTimeColumn.create(name) : InstantColumn.create(name);
        for (long tick : ticks) {
            times.appendInternal(tick == MISSING ? MISSING : pack(Math.floorDiv(tick, perMilli)));
        }
        return times;
    }

    /** True for the column of times and for the one of nanoseconds beside it. */
    public boolean reads(Table table, Column<?> other) {
        return other == column || (nanosPerTick == 1 && other == nanoseconds(table, column.name()));
    }

    /** Milliseconds since 1970 as Tablesaw packs them; missing where its years do not reach. */
    public static long pack(long millis) {
        long day = Math.floorDiv(millis, MILLIS_PER_DAY);
        if (Math.abs(day) > MOST_DAYS) {
            return MISSING;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        int ofDay = (int) Math.floorMod(millis, MILLIS_PER_DAY);
        int minutes = ofDay / 60_000;
        long time = (long) (minutes / 60) << 24 | (long) (minutes % 60) << 16 | ofDay % 60_000;
        return (long) (date.getYear() << 16 | date.getMonthValue() << 8 | date.getDayOfMonth())
                        << 32
                | time;
    }

    private LocalDateTime local(long tick) {
        return LocalDateTime.ofInstant(instant(tick), ZoneOffset.UTC);
    }

    /** A tick for a reader: an instant, or a local time. */
    public String text(long tick) {
        try {
            return areLocal() ? local(tick).toString() : instant(tick).toString();
        } catch (DateTimeException e) {
            return tick + " ticks of " + nanosPerTick + " ns since 1970";
        }
    }
}

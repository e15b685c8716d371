package dev.tamias.table.row;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the slots of a calendar begin: every five minutes, every day, every month. Slots of whole
 * seconds to hours begin on the clock of a zone at midnight and its multiples, weeks on Mondays,
 * several months in January. When the clock is put back, a time of day that comes twice begins a slot
 * twice, a date only once; when it is put forward, a slot whose beginning is left out begins at once.
 *
 * <p>Tablesaw's {@code timeWindow} counts from the first row and gives numbers, not times.
 */
public final class CalendarGrid {

    /** More would not fit a picture or a reader, and hardly the heap. */
    public static final int MOST_SLOTS = 5_000_000;

    private static final long MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final List<CalendarGrid> USUAL = usual();

    private final long nanos;
    private final long months;

    private CalendarGrid(long nanos, long months) {
        this.nanos = nanos;
        this.months = months;
    }

    /** Slots of a length; null if it is not positive or longer than 292 years. */
    public static @Nullable CalendarGrid every(Duration length) {
        try {
            long nanos = length.toNanos();
            return nanos <= 0 ? null : new CalendarGrid(nanos, 0);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** Slots of a number of calendar units; null if it is not positive, too long, or half-days. */
    public static @Nullable CalendarGrid every(long count, ChronoUnit unit) {
        if (count <= 0 || count > Integer.MAX_VALUE) {
            return null;
        }
        return switch (unit) {
            case MONTHS -> new CalendarGrid(0, count);
            case YEARS -> new CalendarGrid(0, count * 12);
            case DECADES -> new CalendarGrid(0, count * 120);
            case CENTURIES, MILLENNIA, ERAS, FOREVER -> null;
            default -> every(unit.getDuration().multipliedBy(count));
        };
    }

    /** The finest usual slots of which at most so many cover a stretch of time. */
    public static CalendarGrid covering(double nanoseconds, int most) {
        for (CalendarGrid grid : USUAL) {
            if (nanoseconds / grid.approximateNanos() <= most) {
                return grid;
            }
        }
        return USUAL.get(USUAL.size() - 1);
    }

    private static List<CalendarGrid> usual() {
        List<CalendarGrid> usual = new ArrayList<>();
        for (long millis : new long[] {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
            usual.add(new CalendarGrid(Duration.ofMillis(millis).toNanos(), 0));
        }
        for (long seconds : new long[] {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800}) {
            usual.add(new CalendarGrid(Duration.ofSeconds(seconds).toNanos(), 0));
        }
        for (long hours : new long[] {1, 2, 3, 6, 12, 24, 48, 7 * 24}) {
            usual.add(new CalendarGrid(Duration.ofHours(hours).toNanos(), 0));
        }
        for (long months : new long[] {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
            usual.add(new CalendarGrid(0, months));
        }
        return usual;
    }

    /** The slots' length in nanoseconds; months are taken for 30 days. */
    public long approximateNanos() {
        return months == 0 ? nanos : months * Duration.ofDays(30).toNanos();
    }

    /** True if times in ticks of this length can tell the slots apart. */
    public boolean fits(long nanosPerTick) {
        return months > 0 || nanos % nanosPerTick == 0;
    }

    /**
     * The beginnings of all slots from the one with {@code least} to the one with {@code most}, in ticks,
     * and of the slot after; null if there are more than {@link #MOST_SLOTS}.
     */
    public long @Nullable [] starts(Times times, ZoneId zone, long least, long most) {
        ZoneRules rules = (times.areLocal() ? ZoneOffset.UTC : zone).getRules();
        Starts starts = new Starts(least, most);
        try {
            long length = approximateNanos() / times.nanosPerTick();
            if (most / length - least / length > MOST_SLOTS) {
                return null;
            }
            // Far enough back that a beginning is at or before the least time, wherever clocks
            // shift.
            long margin = Math.multiplyExact(length, isDays() ? 3 : 2);
            add(
                    starts,
                    times,
                    rules,
                    Math.subtractExact(least, margin),
                    Math.addExact(most, margin));
        } catch (ArithmeticException | DateTimeException e) {
            return null;
        }
        return starts.complete();
    }

    /** Adds the beginnings segment by segment, in each of which the zone's offset is constant. */
    private void add(Starts starts, Times times, ZoneRules rules, long from, long end) {
        long perSecond = NANOS_PER_SECOND / times.nanosPerTick();
        long at = from;
        long repeated = 0;
        while (at < end && !starts.done) {
            Instant instant = times.instant(at);
            ZoneOffsetTransition next = rules.nextTransition(instant);
            long to = next == null ? end : Math.min(end, times.tick(next.getInstant()));
            long shift = rules.getOffset(instant).getTotalSeconds() * perSecond;
            addSegment(starts, times, at + shift + (isDays() ? repeated : 0), to + shift, shift);
            repeated = 0;
            if (to == end || next == null) {
                return;
            } else if (next.isGap()) {
                addGap(starts, times, next, to);
            } else {
                repeated = -next.getDuration().toSeconds() * perSecond;
            }
            at = to;
        }
    }

    private void addSegment(Starts starts, Times times, long localFrom, long localTo, long shift) {
        long local = ceiling(times, localFrom);
        while (local < localTo && !starts.done) {
            starts.add(local - shift);
            local = next(times, local);
        }
    }

    /** A slot whose beginning the clock leaves out begins where it goes on. */
    private void addGap(Starts starts, Times times, ZoneOffsetTransition gap, long at) {
        long perSecond = NANOS_PER_SECOND / times.nanosPerTick();
        long before = at + gap.getOffsetBefore().getTotalSeconds() * perSecond;
        long after = at + gap.getOffsetAfter().getTotalSeconds() * perSecond;
        if (!starts.done && ceiling(times, before) < after) {
            starts.add(at);
        }
    }

    private boolean isDays() {
        return months > 0 || nanos % Duration.ofDays(1).toNanos() == 0;
    }

    /** The first beginning on the clock at or after a local tick. */
    private long ceiling(Times times, long local) {
        if (months > 0) {
            LocalDateTime time = LocalDateTime.ofInstant(times.instant(local), ZoneOffset.UTC);
            long month = time.getYear() * 12L + time.getMonthValue() - 1;
            long floor = monthTick(times, Math.floorDiv(month, months) * months);
            return floor == local ? floor : next(times, floor);
        }
        long length = nanos / times.nanosPerTick();
        long anchor = Math.multiplyExact(MONDAY * 86_400, NANOS_PER_SECOND / times.nanosPerTick());
        long over = Math.floorMod(local - anchor, length);
        return over == 0 ? local : Math.addExact(local - over, length);
    }

    private long next(Times times, long local) {
        if (months > 0) {
            LocalDateTime time = LocalDateTime.ofInstant(times.instant(local), ZoneOffset.UTC);
            return monthTick(times, time.getYear() * 12L + time.getMonthValue() - 1 + months);
        }
        return Math.addExact(local, nanos / times.nanosPerTick());
    }

    private static long monthTick(Times times, long month) {
        LocalDate day =
                LocalDate.of(
                        Math.toIntExact(Math.floorDiv(month, 12L)),
                        (int) Math.floorMod(month, 12L) + 1,
                        1);
        return times.tick(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Ascending beginnings; those before the slot of the least time are dropped. */
    private static final class Starts {

        private final long least;
        private final long most;
        private long[] all = new long[64];
        private int used;
        private boolean done;

        Starts(long least, long most) {
            this.least = least;
            this.most = most;
        }

        void add(long start) {
            if (used > 0 && all[used - 1] >= start) {
                return;
            }
            if (start <= least) {
                used = 0;
            } else if (used == all.length) {
                all = Arrays.copyOf(all, used * 2);
            }
            all[used++] = start;
            done = start > most || used > MOST_SLOTS + 1;
        }

        long @Nullable [] complete() {
            return used < 2 || used > MOST_SLOTS + 1 ? null : Arrays.copyOf(all, used);
        }
    }

    /** The slot of a tick that lies between the first and the last beginning; {@code near} is a guess. */
    public static int slot(long[] starts, long tick, int near) {
        if (starts[near] <= tick && tick < starts[near + 1]) {
            return near;
        }
        int found = Arrays.binarySearch(starts, tick);
        return found >= 0 ? found : -found - 2;
    }
}

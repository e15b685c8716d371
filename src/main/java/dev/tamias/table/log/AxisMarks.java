package dev.tamias.table.log;

import dev.tamias.table.chart.TimeAxis;
import dev.tamias.table.row.CalendarGrid;
import dev.tamias.table.row.Times;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The times written below a picture: at most eight, on the calendar's marks. */
final class AxisMarks {

    private static final int MOST = 8;

    private static final DateTimeFormatter TO_MILLIS = format("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter TO_SECONDS = format("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TO_MINUTES = format("uuuu-MM-dd HH:mm");

    private final Times times;
    private final ZoneId zone;

    AxisMarks(Times times, ZoneId zone) {
        this.times = times;
        this.zone = times.areLocal() ? ZoneOffset.UTC : zone;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    List<TimeAxis.Mark> between(long first, long end) {
        double length = ((double) end - first) * times.nanosPerTick();
        CalendarGrid grid = CalendarGrid.covering(length, MOST);
        List<TimeAxis.Mark> marks = new ArrayList<>();
        long[] starts = grid.starts(times, zone, first, end);
        if (starts != null) {
            for (long start : starts) {
                if (start >= first && start <= end) {
                    double position = ((double) start - first) / ((double) end - first);
                    marks.add(new TimeAxis.Mark(position, label(start, grid.approximateNanos())));
                }
            }
        }
        return marks;
    }

    private ZonedDateTime at(long tick) {
        return times.instant(tick).atZone(zone);
    }

    private String label(long tick, long step) {
        ZonedDateTime time = at(tick);
        if (step >= Duration.ofDays(360).toNanos()) {
            return format("uuuu").format(time);
        } else if (step >= Duration.ofDays(30).toNanos()) {
            return format("uuuu-MM").format(time);
        } else if (step >= Duration.ofDays(1).toNanos() || isMidnight(time)) {
            return format("uuuu-MM-dd").format(time);
        } else if (step >= Duration.ofMinutes(1).toNanos()) {
            return format("HH:mm").format(time);
        }
        return format(step >= Duration.ofSeconds(1).toNanos() ? "HH:mm:ss" : "HH:mm:ss.SSS")
                .format(time);
    }

    private static boolean isMidnight(ZonedDateTime time) {
        return time.toLocalTime().toNanoOfDay() == 0;
    }

    /** A time in full, as far as it is not zero. */
    String text(long tick) {
        ZonedDateTime time = at(tick);
        if (time.getNano() != 0) {
            return TO_MILLIS.format(time);
        }
        return (time.getSecond() != 0 ? TO_SECONDS : TO_MINUTES).format(time);
    }
}

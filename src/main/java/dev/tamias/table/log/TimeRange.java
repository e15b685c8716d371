package dev.tamias.table.log;

import dev.tamias.table.row.Rows;
import dev.tamias.table.row.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** The rows of a range of time, of which the end is not in it. */
final class TimeRange {

    private TimeRange() {}

    static Rows between(Times times, Rows rows, long from, long before) {
        if (before <= from) {
            return rows.slice(0, 0);
        }
        if (!isSorted(times, rows)) {
            return rows.where(
                    row -> {
                        long tick = times.at(row);
                        return tick >= from && tick < before && tick != Times.MISSING;
                    });
        }
        return rows.slice(first(times, rows, from), first(times, rows, before));
    }

    /** True if no time is missing or before the one above it. */
    private static boolean isSorted(Times times, Rows rows) {
        long last = Times.MISSING + 1;
        for (int i = 0; i < rows.size(); i++) {
            long tick = times.at(rows.at(i));
            if (tick < last) {
                return false;
            }
            last = tick;
        }
        return true;
    }

    /** The first position whose time is at or after a tick. */
    private static int first(Times times, Rows rows, long tick) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.at(rows.at(middle)) < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The tick of a time in ISO 8601. */
    static long tick(Times times, ZoneId zone, String text) {
        TemporalAccessor time = parse(text.strip());
        if (time instanceof OffsetDateTime instant && !times.areLocal()) {
            return times.tick(instant.toInstant());
        } else if (time instanceof OffsetDateTime instant) {
            return times.tick(instant.toLocalDateTime(), zone);
        } else if (time instanceof LocalDateTime local) {
            return times.tick(local, zone);
        }
        return times.tick(((LocalDate) time).atStartOfDay(), zone);
    }

    private static TemporalAccessor parse(String text) {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text);
            }
            String iso = text.replace(' ', 'T');
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    iso, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw Columns.trouble(
                    "\"%s\" is no time; write it like 2026-01-31, 2026-01-31T12:00 or 2026-01-31T12:00:00Z"
                            .formatted(text));
        }
    }
}

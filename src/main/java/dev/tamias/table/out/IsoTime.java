package dev.tamias.table.out;

import java.time.LocalDate;

/** Nanoseconds since 1970 as ISO 8601 in UTC, always with nine decimals: {@code 2026-03-02T08:00:00.000000000Z}. */
final class IsoTime {

    private static final long SECOND = 1_000_000_000L;
    private static final int DAY = 86_400;

    private long day = Long.MIN_VALUE;
    private String date = "";

    /** Appends a time; days are looked up once, as most rows are of the day of the row before. */
    void append(long nanoseconds, StringBuilder text) {
        long seconds = Math.floorDiv(nanoseconds, SECOND);
        long days = Math.floorDiv(seconds, (long) DAY);
        if (days != day) {
            day = days;
            date = LocalDate.ofEpochDay(days).toString();
        }
        int ofDay = (int) Math.floorMod(seconds, (long) DAY);
        text.append(date).append('T');
        digits(ofDay / 3600, 2, text).append(':');
        digits(ofDay / 60 % 60, 2, text).append(':');
        digits(ofDay % 60, 2, text).append('.');
        digits((int) Math.floorMod(nanoseconds, SECOND), 9, text).append('Z');
    }

    private static StringBuilder digits(int number, int count, StringBuilder text) {
        int ten = 1;
        for (int i = 1; i < count; i++) {
            ten *= 10;
        }
        for (; ten > 0; ten /= 10) {
            text.append((char) ('0' + number / ten % 10));
        }
        return text;
    }
}

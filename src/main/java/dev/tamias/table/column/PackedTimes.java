package dev.tamias.table.column;

import dev.tamias.table.type.CellParser;
import java.time.LocalDate;
import tech.tablesaw.columns.dates.PackedLocalDate;

/**
 * Nanoseconds since 1970 as the 64 bits of Tablesaw's {@code InstantColumn}: year, month and day above
 * hour, minute and millisecond of the minute. What is finer than a millisecond is lost in them.
 */
final class PackedTimes {

    private static final long MILLISECOND = 1_000_000L;
    private static final int DAY = 86_400_000;

    private PackedTimes() {}

    /** {@link CellParser#NOT} is Tablesaw's missing instant as well and stays. */
    static long[] of(long[] nanoseconds) {
        long[] packed = new long[nanoseconds.length];
        long day = Long.MIN_VALUE;
        long date = 0;
        for (int i = 0; i < packed.length; i++) {
            if (nanoseconds[i] == CellParser.NOT) {
                packed[i] = CellParser.NOT;
                continue;
            }
            long millis = Math.floorDiv(nanoseconds[i], MILLISECOND);
            if (Math.floorDiv(millis, DAY) != day) {
                day = Math.floorDiv(millis, DAY);
                date = (long) PackedLocalDate.pack(LocalDate.ofEpochDay(day)) << 32;
            }
            packed[i] = date | clock((int) (millis - day * DAY));
        }
        return packed;
    }

    private static long clock(int millisOfDay) {
        int minutes = millisOfDay / 60_000;
        return (long) (minutes / 60) << 24 | (long) (minutes % 60) << 16 | millisOfDay % 60_000;
    }
}

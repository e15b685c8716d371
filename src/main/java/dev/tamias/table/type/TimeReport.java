package dev.tamias.table.type;

import java.util.List;

/**
 * What a column of times is like.
 *
 * @param pattern how they are written
 * @param assumedYear the year that the first was given, since none of them says its own; 0 where they do
 * @param zones the offsets that cells name, from west to east; more than one where zones are mixed
 * @param withoutZone whether cells name no zone and were taken in the table's
 * @param backwards times that lie before the one in front of them
 * @param firstBackwards the row of the first of those; −1 where there is none
 * @param nanoseconds whether some are finer than a millisecond, so that there is a column beside this
 */
public record TimeReport(
        String pattern,
        int assumedYear,
        List<String> zones,
        boolean withoutZone,
        long backwards,
        long firstBackwards,
        boolean nanoseconds) {

    public TimeReport {
        zones = List.copyOf(zones);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(pattern);
        if (assumedYear != 0) {
            text.append(", no year: taken from ").append(assumedYear).append(" on");
        }
        if (withoutZone) {
            text.append(", no zone");
        }
        if (zones.size() > 1 || withoutZone && !zones.isEmpty()) {
            text.append(", zones mixed: ").append(String.join(" ", zones));
        }
        if (backwards > 0) {
            text.append(", ").append(backwards).append(" jump back, the first in row ");
            text.append(firstBackwards);
        }
        return text.toString();
    }
}

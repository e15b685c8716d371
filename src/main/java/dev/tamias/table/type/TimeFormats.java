package dev.tamias.table.type;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to write a time that are looked for, from what real logs have: ISO 8601 and its relatives,
 * syslog, Apache's access and error logs, Spark, Go, glog and Android, days of the year. Days and months
 * in numbers behind each other (03/04/2024) are not, since nobody can tell which is which: such a column
 * stays text until it is declared.
 */
public final class TimeFormats {

    private static final List<String> PATTERNS =
            List.of(
                    "yyyy-MM-dd'T'HH:mm:ss[.S][,S][ ][X]",
                    "yyyy-MM-dd HH:mm:ss[.S][,S][ ][X]",
                    "yyyy/MM/dd HH:mm:ss[.S][,S][ ][X]",
                    "yyyy-DDD'T'HH:mm:ss[.S][,S][X]",
                    "yyyyMMdd'T'HHmmss[.S][X]",
                    "yyyyMMdd HH:mm:ss[.S][,S]",
                    "yyyyMMdd-HH:mm:ss[.S][,S]",
                    "yy/MM/dd HH:mm:ss[.S][,S]",
                    "dd/MMM/yyyy:HH:mm:ss[.S][ X]",
                    "'['dd/MMM/yyyy:HH:mm:ss[.S][ X]']'",
                    "dd MMM yyyy HH:mm:ss[.S][,S][ X]",
                    "dd-MMM-yyyy HH:mm:ss[.S][,S][ X]",
                    "EEE, dd MMM yyyy HH:mm:ss[ X]",
                    "EEE MMM d HH:mm:ss[.S] yyyy",
                    "MMM d yyyy HH:mm:ss[.S]",
                    "MMM d HH:mm:ss[.S][,S]",
                    "MM-dd HH:mm:ss.S",
                    "MMdd HH:mm:ss.S");

    private TimeFormats() {}

    /** New formats, to be run by one thread; numbers since 1970 are among them where the caption allows. */
    public static List<TimeFormat> of(boolean timesByCaption) {
        List<TimeFormat> formats = new ArrayList<>();
        PATTERNS.forEach(pattern -> formats.add(TimePattern.of(pattern)));
        if (timesByCaption) {
            formats.addAll(EpochFormat.likely());
        }
        return formats;
    }

    /** The format of a declared pattern. */
    public static TimeFormat declared(String pattern) {
        TimeFormat epoch = EpochFormat.declared(pattern);
        return epoch == null ? TimePattern.of(pattern) : epoch;
    }
}

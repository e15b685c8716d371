package dev.tamias.session;

import java.util.Locale;
import java.util.OptionalDouble;

/** Progress in words: how much, how fast, how long still. */
public final class ProgressText {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private ProgressText() {}

    /** One line, such as {@code 62 %, 1,234,567 rows, 310,000 rows/s, 45.1 MB/s, 12 s left}. */
    public static String of(ParseProgress progress) {
        OptionalDouble share = share(progress);
        StringBuilder text = new StringBuilder();
        text.append(
                share.isPresent()
                        ? String.format(
                                Locale.ROOT, "%.0f %%", Math.floor(share.getAsDouble() * 100))
                        : bytes((double) progress.bytes()));
        text.append(
                String.format(
                        Locale.ROOT,
                        ", %,d rows, %,.0f rows/s, %s/s",
                        progress.rows(),
                        progress.rowsPerSecond(),
                        bytes(progress.bytesPerSecond())));
        double left = secondsLeft(progress);
        if (left >= 0.5) {
            text.append(", ").append(time(left)).append(" left");
        }
        return text.toString();
    }

    /** How much of the input is done, from 0 to 1, where its size is known. */
    public static OptionalDouble share(ParseProgress progress) {
        long size = progress.size().orElse(0);
        return size <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) progress.bytes() / size));
    }

    private static double secondsLeft(ParseProgress progress) {
        return progress.size().isEmpty() || progress.bytesPerSecond() <= 0
                ? -1
                : (progress.size().getAsLong() - progress.bytes()) / progress.bytesPerSecond();
    }

    private static String bytes(double bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= 999.95 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", number, UNITS[unit]);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 120) {
            return whole + " s";
        }
        return whole < 7200
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}

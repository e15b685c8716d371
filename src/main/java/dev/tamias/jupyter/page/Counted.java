package dev.tamias.jupyter.page;

import java.util.Locale;

/** Numbers as people read them. */
final class Counted {

    private static final int KILO = 1_000;

    private Counted() {}

    /** {@code 1 row}, {@code 1,204 rows}. */
    static String of(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1,204}. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 914 kB}. */
    static String bytes(long bytes) {
        if (bytes < KILO) {
            return of(bytes, "byte");
        }
        double kilo = bytes / (double) KILO;
        return kilo < KILO
                ? String.format(Locale.ROOT, "%.0f kB", kilo)
                : String.format(Locale.ROOT, "%,.1f MB", kilo / KILO);
    }
}

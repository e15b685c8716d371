package dev.tamias.cli.wast;

import dev.tamias.model.TamiasException;

/** What was thrown, in words on one line. */
final class Fault {

    private static final String OURS = "dev.tamias.";

    private Fault() {}

    /** The class and the message; for a defect the place in Tamias too, where it first shows. */
    static String words(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        if (thrown instanceof TamiasException known) {
            return name + ": " + known.sentence();
        }
        return name + ": " + thrown.getMessage() + place(thrown);
    }

    private static String place(Throwable thrown) {
        for (StackTraceElement each : thrown.getStackTrace()) {
            if (each.getClassName().startsWith(OURS)) {
                return " at " + each;
            }
        }
        return "";
    }
}

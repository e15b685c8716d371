package dev.tamias.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that this process had; and, run by itself, what a JVM has that does nothing. */
final class BenchPeak {

    /** Known to Linux alone; elsewhere the figure is missing. */
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String PEAK = "VmHWM:";

    private BenchPeak() {}

    /** Prints the memory of a JVM that does this alone. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("peak=" + kilobytes());
    }

    /** In units of 1,024 bytes; 0 where it is not known. */
    static long kilobytes() throws IOException {
        List<String> lines = Files.isReadable(STATUS) ? Files.readAllLines(STATUS) : List.of();
        for (String line : lines) {
            if (line.startsWith(PEAK)) {
                return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
            }
        }
        return 0;
    }
}

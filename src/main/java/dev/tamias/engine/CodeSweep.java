package dev.tamias.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes out of the code cache what nobody needs: code of plugins that are gone, which nobody uses any
 * more, code of other versions, and what a process that was killed had begun to write. A file's time says
 * when it was used last.
 *
 * @param version starts the names of the files that this version may use
 */
record CodeSweep(Path directory, String version) {

    /** A plugin that nobody uses for so long is compiled again if somebody does. */
    private static final Duration UNUSED = Duration.ofDays(60);

    /** Another version may still be in use: two releases, or two JDKs, of one user. */
    private static final Duration UNUSED_OTHER = Duration.ofDays(7);

    /** Writing a file takes less than a second. */
    private static final Duration UNFINISHED = Duration.ofHours(1);

    /** So that a file's time is not written with every use. */
    private static final Duration NOTED = Duration.ofDays(1);

    /** Notes that a file is used. */
    static void used(Path file) throws IOException {
        if (isOlder(file, NOTED)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
    }

    /** Deletes what nobody needs; what cannot be deleted stays. */
    void run() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{code,tmp}")) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && isOlder(file, kept(file))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Duration kept(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".tmp")) {
            return UNFINISHED;
        }
        return name.startsWith(version) ? UNUSED : UNUSED_OTHER;
    }

    private static boolean isOlder(Path file, Duration age) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(age));
    }
}

package dev.tamias.manager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * How a file looks from outside: where this is as before, so is its content, mostly.
 *
 * @param modified to the precision of the file system
 */
record FileStamp(long size, String modified) {

    // Written out: the JVM makes a record's own methods when they are first called, which takes
    // several milliseconds of a new process, and these are called before the first row.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileStamp stamp
                && size == stamp.size
                && modified.equals(stamp.modified);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + modified.hashCode();
    }

    /** The stamp of a regular file, a link to one included; null where there is none. */
    static @Nullable FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new FileStamp(attributes.size(), attributes.lastModifiedTime().toString())
                    : null;
        } catch (IOException e) {
            return null;
        }
    }
}

package dev.tamias.wasi;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a file or directory that a guest may see.
 *
 * @param size in bytes
 * @param key which object of which file system it is, for comparisons; null where that is unknown
 * @param links how many names it has; 1 where that is unknown
 * @param changed when its status changed last; null where that is unknown
 */
record FileStat(
        FileKind kind,
        long size,
        Instant accessed,
        Instant modified,
        @Nullable Object key,
        long links,
        @Nullable Instant changed) {

    static FileStat of(BasicFileAttributes attributes) {
        return new FileStat(
                FileKind.of(attributes),
                attributes.size(),
                attributes.lastAccessTime().toInstant(),
                attributes.lastModifiedTime().toInstant(),
                attributes.fileKey(),
                1,
                null);
    }

    FileStat withSize(long bytes) {
        return new FileStat(kind, bytes, accessed, modified, key, links, changed);
    }

    /** The same with what the JDK tells of its names and of the time of its last change of status. */
    FileStat withLinks(long names, Instant time) {
        return new FileStat(kind, size, accessed, modified, key, names, time);
    }

    FileStat withTimes(Instant access, Instant modification) {
        return new FileStat(kind, size, access, modification, key, links, changed);
    }

    /** Whether both are the same object of the host. */
    boolean isSameObject(FileStat other) {
        return key != null && key.equals(other.key);
    }
}

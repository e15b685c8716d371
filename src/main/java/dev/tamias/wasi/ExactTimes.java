package dev.tamias.wasi;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The times that a guest has set, to the nanosecond. Relative to an open directory, and of links, JDK 17
 * sets microseconds and drops the rest, even of the time that was to stay; a guest that asks again is to
 * find what it has set, for as long as the file has just the time that was left of it.
 */
final class ExactTimes {

    /** Of so many files; those set longest ago are forgotten. */
    private static final int MOST = 10_000;

    private record Times(Instant accessed, Instant modified) {}

    private final Map<Object, Times> set =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Object, Times> eldest) {
                    return size() > MOST;
                }
            };

    /** What has these attributes was given these times; null for the one that was to stay. */
    synchronized void touched(
            FileStat before, @Nullable FileTime accessed, @Nullable FileTime modified) {
        Object key = before.key();
        if (key == null) {
            return;
        }
        Times times =
                new Times(
                        accessed == null ? before.accessed() : accessed.toInstant(),
                        modified == null ? before.modified() : modified.toInstant());
        set.remove(key);
        if (isFiner(times.accessed) || isFiner(times.modified)) {
            set.put(key, times);
        }
    }

    /** The attributes with the times as they were set. */
    synchronized FileStat of(FileStat stat) {
        Times times = stat.key() == null ? null : set.get(stat.key());
        return times == null
                ? stat
                : stat.withTimes(
                        exact(stat.accessed(), times.accessed),
                        exact(stat.modified(), times.modified));
    }

    private static boolean isFiner(Instant time) {
        return !time.equals(time.truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant exact(Instant found, Instant set) {
        return found.equals(set.truncatedTo(ChronoUnit.MICROS)) ? set : found;
    }
}

package dev.tamias.wasi;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a guest may still add below one preopen. A file that is removed while it is open
 * counts until it is closed, since so long it takes its space.
 */
final class Quota {

    private final long most;
    private final Map<Object, Integer> open = new HashMap<>();
    private final Set<Object> removed = new HashSet<>();
    private long used;

    Quota(long most) {
        this.most = most;
    }

    /**
     * Takes what is about to be added.
     *
     * @throws FileError quota
     */
    synchronized void take(long bytes) throws FileError {
        if (bytes > most - used) {
            throw new FileError(ErrorCode.QUOTA);
        }
        used += bytes;
    }

    /** Gives back what is gone; what was there before the guest came does not become its own. */
    synchronized void giveBack(long bytes) {
        used = Math.max(0, used - bytes);
    }

    /** A file was opened. */
    synchronized void opened(@Nullable Object key) {
        if (key != null) {
            open.merge(key, 1, Integer::sum);
        }
    }

    /** A file of that size was closed. */
    synchronized void closed(@Nullable Object key, long size) {
        if (key == null) {
            return;
        }
        boolean isOpen =
                open.merge(
                                key,
                                -1,
                                (before, change) -> before + change == 0 ? null : before + change)
                        != null;
        if (!isOpen && removed.remove(key)) {
            giveBack(size);
        }
    }

    /** An entry was removed or replaced. */
    synchronized void removed(BasicFileAttributes entry) {
        giveBack(Preopen.ENTRY_BYTES);
        Object key = entry.fileKey();
        if (!entry.isRegularFile() || key == null) {
            return;
        }
        if (open.containsKey(key)) {
            removed.add(key);
        } else {
            giveBack(entry.size());
        }
    }
}

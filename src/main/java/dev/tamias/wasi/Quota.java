package dev.tamias.wasi;

import dev.tamias.engine.LimitExceeded;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes and entries a guest may still add below one preopen. A file that is removed while it is open
 * counts until it is closed, since so long it takes its space.
 */
final class Quota {

    /** After so many the guest does not listen. */
    private static final int MOST_REFUSALS = 100;

    private final long most;
    private final int mostEntries;
    private final Map<Object, Integer> links = new HashMap<>();
    private int entries;
    private final Map<Object, Integer> open = new HashMap<>();
    private final Set<Object> removed = new HashSet<>();
    private final Consumer<String> note;
    private long used;
    private int refusals;

    /**
     * @param note is told once which limit was met
     */
    Quota(long most, int mostEntries, Consumer<String> note) {
        this.most = most;
        this.mostEntries = mostEntries;
        this.note = note;
    }

    /**
     * The guest is told that the quota is used up, as any program is; but one that goes on as if nothing
     * were is ended.
     */
    private FileError refused(String limit) {
        if (refusals++ == 0) {
            note.accept(limit);
        }
        if (refusals > MOST_REFUSALS) {
            throw new LimitExceeded(limit + ", and the guest went on all the same");
        }
        return new FileError(ErrorCode.QUOTA);
    }

    /**
     * Takes a new file, directory or link.
     *
     * @throws FileError quota
     */
    synchronized void takeEntry() throws FileError {
        if (entries >= mostEntries) {
            throw refused(
                    "more than "
                            + mostEntries
                            + " files, directories and links were added"
                            + " (limit temporaryEntries)");
        }
        take(Preopen.ENTRY_BYTES);
        entries++;
    }

    /** Gives back an entry that is gone. */
    synchronized void giveBackEntry() {
        giveBack(Preopen.ENTRY_BYTES);
        entries = Math.max(0, entries - 1);
    }

    /** A file got one more name, so its content stays when one of its names is removed. */
    synchronized void linked(@Nullable Object key) {
        if (key != null) {
            links.merge(key, 1, Integer::sum);
        }
    }

    /**
     * Takes what is about to be added.
     *
     * @throws FileError quota
     */
    synchronized void take(long bytes) throws FileError {
        if (bytes > most - used) {
            throw refused(
                    "more than " + most + " bytes of files were added (limit temporaryBytes)");
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
        giveBackEntry();
        Object key = entry.fileKey();
        if (!entry.isRegularFile() || key == null) {
            return;
        }
        if (links.containsKey(key)) {
            links.merge(key, -1, (before, change) -> before + change == 0 ? null : before + change);
        } else if (open.containsKey(key)) {
            removed.add(key);
        } else {
            giveBack(entry.size());
        }
    }
}

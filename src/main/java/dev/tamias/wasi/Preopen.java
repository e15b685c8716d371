package dev.tamias.wasi;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A directory or a single file of the host that a guest is granted. Nothing is opened before an
 * instance is made.
 *
 * <p>A single file is seen by the guest as a directory that holds this file alone, under the file's
 * own name or another; so a plugin that is configured with a file opens it by the path that it was
 * told, and sees none of its neighbours.
 *
 * @param host what is granted; its own links are followed, since the host's user named it
 * @param guestName under which the guest finds the directory
 * @param fileName the name in that directory under which the guest finds a single file; empty where
 *     {@code host} is a directory
 * @param access what the guest may do
 * @param quotaBytes how much the guest may add to it in all, each new entry counted as {@link
 *     #ENTRY_BYTES} besides its content
 * @param quotaEntries how many files, directories and links the guest may add to it
 * @param watcher told, on the guest's thread, of each path that the guest names in it, from its root and
 *     before it is looked for
 */
public record Preopen(
        Path host,
        String guestName,
        String fileName,
        Access access,
        long quotaBytes,
        int quotaEntries,
        Consumer<String> watcher) {

    /** What a new file or directory counts against a quota, so that empty ones are bounded too. */
    public static final long ENTRY_BYTES = 4096;

    /** What a guest may do with what it is granted. */
    public enum Access {
        /** Nothing is created, changed, renamed or removed. */
        READ_ONLY,
        READ_WRITE
    }

    /** A directory and all that is in it. */
    public static Preopen directory(Path host, String guestName, Access access) {
        return new Preopen(
                host, guestName, "", access, Long.MAX_VALUE, Integer.MAX_VALUE, Preopen::unwatched);
    }

    /** A single file, to be read, in a directory that the guest knows by its path on the host. */
    public static Preopen file(Path host) {
        Path parent = host.toAbsolutePath().getParent();
        return file(host, parent == null ? "/" : parent.toString(), Access.READ_ONLY);
    }

    /** A single file, in a directory that the guest knows as {@code guestName}. */
    public static Preopen file(Path host, String guestName, Access access) {
        Path name = host.toAbsolutePath().normalize().getFileName();
        // A file system's root has no name, and is refused for being no file.
        return file(host, guestName, name == null ? "/" : name.toString(), access);
    }

    /** A single file that the guest knows by a path of its own. */
    public static Preopen fileAs(Path host, String guestPath, Access access) {
        int slash = guestPath.lastIndexOf('/');
        String directory = slash < 0 ? "." : slash == 0 ? "/" : guestPath.substring(0, slash);
        String name = guestPath.substring(slash + 1);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("\"" + guestPath + "\" is the path of no file");
        }
        return file(host, directory, name, access);
    }

    private static Preopen file(Path host, String guestName, String fileName, Access access) {
        return new Preopen(
                host,
                guestName,
                fileName,
                access,
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                Preopen::unwatched);
    }

    /** Whether it is a single file. */
    public boolean isFile() {
        return !fileName.isEmpty();
    }

    /** The same grant with at most that many bytes to add. */
    public Preopen withQuotaBytes(long bytes) {
        return new Preopen(host, guestName, fileName, access, bytes, quotaEntries, watcher);
    }

    /** The same grant with at most that many files, directories and links to add. */
    public Preopen withQuotaEntries(int entries) {
        return new Preopen(host, guestName, fileName, access, quotaBytes, entries, watcher);
    }

    /** The same grant, of whose paths that the guest names {@code told} hears. */
    public Preopen watchedBy(Consumer<String> told) {
        return new Preopen(host, guestName, fileName, access, quotaBytes, quotaEntries, told);
    }

    private static void unwatched(String path) {
        // Nobody wants to know.
    }
}

package dev.tamias.wasi;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.Preopen.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one preopen's descriptors have in common: the open root, what may be done below it, and the
 * operations for which the JDK has no form relative to an open directory.
 */
final class Sandbox {

    /** Begins the names of what is made right below the root. */
    private static final String STAGED = ".tamias-";

    private final Path path;
    private final DirectoryHandle root;
    private final boolean writable;
    private final @Nullable Map<String, String> only;
    private final Quota quota;
    private final OpenFiles openFiles;
    private final Consumer<String> watcher;
    private final ExactTimes times = new ExactTimes();

    /** @param only the true names of the files that are granted, by those that the guest uses; null for all */
    private Sandbox(
            Path path,
            DirectoryHandle root,
            Preopen preopen,
            @Nullable Map<String, String> only,
            OpenFiles openFiles,
            Consumer<String> note) {
        this.path = path;
        this.root = root;
        this.writable = preopen.access() == Access.READ_WRITE;
        this.only = only;
        this.quota = new Quota(preopen.quotaBytes(), preopen.quotaEntries(), note);
        this.openFiles = openFiles;
        this.watcher = preopen.watcher();
    }

    /**
     * @param grants a directory, or files of one directory ({@link FileGrants})
     * @param note is told once where the quota is used up
     * @throws HostException (SANDBOX) where it cannot be opened, or not safely
     */
    static Sandbox open(List<Preopen> grants, OpenFiles openFiles, Consumer<String> note) {
        Preopen preopen = grants.get(0);
        try {
            // Here, and only here, links are followed by the system: the host's user gave this
            // path.
            Path real = preopen.host().toRealPath();
            Map<String, String> only = null;
            Path directory = real;
            if (preopen.isFile()) {
                directory = Objects.requireNonNull(real.getParent(), "a file has a parent");
                only = only(grants, directory);
            }
            DirectoryHandle root = DirectoryHandle.open(directory);
            if (root == null) {
                throw refused(
                        preopen,
                        "this file system cannot open files below an open directory",
                        null);
            }
            return new Sandbox(directory, root, preopen, only, openFiles, note);
        } catch (NotDirectoryException e) {
            throw refused(preopen, "it is not a directory", e);
        } catch (IOException e) {
            throw refused(preopen, e.getClass().getSimpleName(), e);
        }
    }

    private static Map<String, String> only(List<Preopen> grants, Path directory)
            throws IOException {
        Map<String, String> only = new LinkedHashMap<>();
        for (Preopen each : grants) {
            Path real = each.host().toRealPath();
            Path name = real.getFileName();
            boolean isThere = directory.equals(real.getParent());
            if (name == null || !isThere || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(each, "it is not a file", null);
            }
            only.put(each.fileName(), name.toString());
        }
        return only;
    }

    private static HostException refused(
            Preopen preopen, String reason, @Nullable Exception cause) {
        return new HostException(
                Trouble.SANDBOX,
                "\"" + preopen.host() + "\" cannot be granted to a plugin: " + reason + ".",
                cause);
    }

    DirectoryHandle root() {
        return root;
    }

    boolean writable() {
        return writable;
    }

    /** Whether entries may be made, renamed and removed, not only the granted files written. */
    boolean entriesChangeable() {
        return writable && only == null;
    }

    Quota quota() {
        return quota;
    }

    OpenFiles openFiles() {
        return openFiles;
    }

    /** The guest names a path in the directory at {@code names} below the root. */
    void named(List<String> names, String path) {
        watcher.accept(names.isEmpty() ? path : String.join("/", names) + "/" + path);
    }

    /** The true name of what the guest names in the directory at {@code names} below the root. */
    String realName(List<String> names, String name) throws FileError {
        if (only == null || !names.isEmpty()) {
            return name;
        }
        String real = only.get(name);
        if (real == null) {
            throw new FileError(ErrorCode.NO_ENTRY);
        }
        return real;
    }

    /** What the root's listing has, true names by those that the guest uses; null where it has all. */
    @Nullable Map<String, String> only() {
        return only;
    }

    /**
     * Reads a link. The JDK reads links by path only, so the directory may have been replaced on the
     * way; therefore the path must lead to the very link that the open directory holds, before and
     * after. Even an outsider who wins this race twice only chooses a text, which is then walked within
     * the sandbox like any other.
     *
     * @throws FileError invalid where it is no link (any more)
     */
    String readLink(DirectoryHandle directory, List<String> names, String name) throws FileError {
        Object key = linkKey(directory.attributes(name));
        Path link = below(names, name);
        try {
            requireSame(key, link);
            String target = Files.readSymbolicLink(link).toString();
            requireSame(key, link);
            return target;
        } catch (NotLinkException e) {
            throw new FileError(ErrorCode.INVALID);
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    private static Object linkKey(@Nullable BasicFileAttributes attributes) throws FileError {
        if (attributes == null) {
            throw new FileError(ErrorCode.NO_ENTRY);
        }
        Object key = attributes.fileKey();
        if (!attributes.isSymbolicLink() || key == null) {
            throw new FileError(ErrorCode.INVALID);
        }
        return key;
    }

    private static void requireSame(Object key, Path link) throws IOException, FileError {
        Object found =
                Files.readAttributes(link, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey();
        if (!key.equals(found)) {
            throw new FileError(ErrorCode.BUSY);
        }
    }

    /** Makes something at a path that nothing has yet. */
    interface Making {
        void at(Path staged) throws IOException, FileError;
    }

    /**
     * Makes a directory or link. The JDK makes these by path only, so they are made right below the
     * root, where a guest's links play no part, under a name that nobody can foresee, and then renamed
     * from open directory to open directory. So it is atomic, and cannot land elsewhere.
     */
    void create(DirectoryHandle parent, String name, Making making) throws FileError {
        quota.takeEntry();
        boolean made = false;
        Path staged = path.resolve(STAGED + UUID.randomUUID());
        try {
            making.at(staged);
            root.move(String.valueOf(staged.getFileName()), parent, name);
            made = true;
        } catch (IOException e) {
            throw FileError.of(e);
        } catch (FileError failure) {
            // A directory cannot be renamed onto a file; mkdir calls that "exists".
            boolean exists =
                    failure.code() == ErrorCode.NOT_DIRECTORY
                            || failure.code() == ErrorCode.NOT_EMPTY;
            throw exists ? new FileError(ErrorCode.EXIST) : failure;
        } finally {
            if (!made) {
                quota.giveBackEntry();
                discard(staged);
            }
        }
    }

    /** Makes a link at {@code staged}. */
    static void symlink(Path staged, String target) throws IOException, FileError {
        try {
            Files.createSymbolicLink(staged, staged.getFileSystem().getPath(target));
        } catch (InvalidPathException e) {
            throw new FileError(ErrorCode.ILLEGAL_BYTE_SEQUENCE);
        }
    }

    /**
     * Makes {@code staged} one more name of an object. The JDK finds that by its path only, so what was
     * linked is compared with what the open directory holds, before the guest can see it.
     *
     * @param key of the object, as found in the open directory
     * @throws FileError busy where the path leads to another object by now
     */
    void link(Path staged, @Nullable Object key, List<String> names, String name)
            throws IOException, FileError {
        Files.createLink(staged, below(names, name));
        BasicFileAttributes linked = root.attributes(String.valueOf(staged.getFileName()));
        if (linked == null || key == null || !key.equals(linked.fileKey())) {
            throw new FileError(ErrorCode.BUSY);
        }
    }

    /** Sets the times that are given, of the file or directory of that name or, for null, of this one. */
    void touch(
            DirectoryHandle directory,
            @Nullable String name,
            @Nullable FileTime accessed,
            @Nullable FileTime modified)
            throws FileError {
        BasicFileAttributes found =
                name == null ? directory.attributes() : directory.attributes(name);
        directory.touch(name, accessed, modified);
        if (found != null) {
            times.touched(times.of(FileStat.of(found)), accessed, modified);
        }
    }

    /**
     * Sets the times of a link. The JDK does that by path only, so it is done by a second name of the
     * link, right below the root, that nobody can foresee.
     *
     * @param found the link, as found in the open directory
     */
    void touchLink(
            FileStat found,
            List<String> names,
            String name,
            @Nullable FileTime accessed,
            @Nullable FileTime modified)
            throws FileError {
        Path staged = path.resolve(STAGED + UUID.randomUUID());
        try {
            link(staged, found.key(), names, name);
            Files.getFileAttributeView(
                            staged, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(modified, accessed, null);
            times.touched(times.of(found), accessed, modified);
        } catch (IOException e) {
            throw FileError.of(e);
        } finally {
            discard(staged);
        }
    }

    /**
     * Adds what the JDK tells by path only: how many names the object has and when its status changed;
     * left out unless the path leads to this very object.
     *
     * @param name null for the directory itself
     */
    FileStat detailed(FileStat found, List<String> names, @Nullable String name) {
        FileStat stat = times.of(found);
        try {
            Map<String, Object> more =
                    Files.readAttributes(
                            below(names, name),
                            "unix:nlink,ctime,fileKey",
                            LinkOption.NOFOLLOW_LINKS);
            if (more.get("nlink") instanceof Integer links
                    && more.get("ctime") instanceof FileTime changed
                    && Objects.equals(stat.key(), more.get("fileKey"))) {
                return stat.withLinks(links, changed.toInstant());
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return stat;
        }
        return stat;
    }

    private Path below(List<String> names, @Nullable String name) {
        Path below = path;
        for (String each : names) {
            below = below.resolve(each);
        }
        return name == null ? below : below.resolve(name);
    }

    /** By its path, so that it goes too where the root was replaced under us. */
    private static void discard(Path staged) throws FileError {
        try {
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }
}

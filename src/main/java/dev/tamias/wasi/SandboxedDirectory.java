package dev.tamias.wasi;

import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open directory that a guest was granted or has opened below a granted one. Its operations take
 * the guest's paths, which cannot lead out of it: not by {@code ..}, not by links, not while somebody
 * else replaces directories by links. Below a read-only preopen every change is refused.
 *
 * <p>A directory that is opened below a changeable one is changeable too, whether the guest asked for
 * it or not; it could have asked.
 */
final class SandboxedDirectory implements Descriptor {

    private final Sandbox sandbox;
    private final DirectoryHandle handle;
    private final List<String> names;
    private final References references = new References();

    /**
     * @param handle a hold of its own
     * @param names from the sandbox's root to it
     */
    SandboxedDirectory(Sandbox sandbox, DirectoryHandle handle, List<String> names) {
        this.sandbox = sandbox;
        this.handle = handle;
        this.names = names;
    }

    /** Opens what is granted alone. */
    static SandboxedDirectory open(Preopen preopen, OpenFiles openFiles, Consumer<String> note) {
        return open(List.of(preopen), openFiles, note);
    }

    /**
     * Opens what is granted.
     *
     * @param grants a directory, or files of one directory
     * @throws dev.tamias.model.HostException (SANDBOX) where it cannot be opened, or the file system
     *     cannot open files relative to an open directory, so that nothing could be granted safely
     */
    static SandboxedDirectory open(
            List<Preopen> grants, OpenFiles openFiles, Consumer<String> note) {
        openFiles.take();
        Sandbox sandbox = Sandbox.open(grants, openFiles, note);
        return new SandboxedDirectory(sandbox, sandbox.root(), List.of());
    }

    /** Another descriptor of the same directory. */
    SandboxedDirectory again() {
        sandbox.openFiles().take();
        return new SandboxedDirectory(sandbox, handle.share(), names);
    }

    @Override
    public Set<DescriptorFlag> flags() {
        Set<DescriptorFlag> flags = EnumSet.of(DescriptorFlag.READ);
        if (sandbox.writable()) {
            flags.add(DescriptorFlag.MUTATE_DIRECTORY);
        }
        return flags;
    }

    @Override
    public FileStat stat() throws FileError {
        return sandbox.detailed(FileStat.of(handle.attributes()), names, null);
    }

    /** The attributes of what is at {@code path}. */
    FileStat stat(String path, boolean follow) throws FileError {
        try (Place place = walk(path, follow ? Walk.Last.FOLLOW : Walk.Last.KEEP)) {
            FileStat found = FileStat.of(existing(place.attributes()));
            return sandbox.detailed(found, place.names(), place.name());
        }
    }

    /**
     * Opens the file or directory at {@code path}, making or emptying the file where that is asked for.
     *
     * @throws FileError read-only where a read-only grant would have to be changed; loop for a link that
     *     is not to be followed; access for what is neither file nor directory
     */
    Descriptor open(String path, boolean follow, Set<OpenFlag> how, Set<DescriptorFlag> use)
            throws FileError {
        boolean changes =
                how.contains(OpenFlag.CREATE)
                        || how.contains(OpenFlag.TRUNCATE)
                        || use.contains(DescriptorFlag.WRITE)
                        || use.contains(DescriptorFlag.MUTATE_DIRECTORY);
        if (changes && !sandbox.writable()) {
            sandbox.named(names, path);
            throw new FileError(ErrorCode.NOT_PERMITTED);
        }
        boolean makesNew = how.contains(OpenFlag.CREATE) && how.contains(OpenFlag.EXCLUSIVE);
        boolean opened = false;
        sandbox.openFiles().take();
        try (Place place = walk(path, follow && !makesNew ? Walk.Last.FOLLOW : Walk.Last.KEEP)) {
            Descriptor descriptor = new Opening(sandbox, place, how, use).open();
            opened = true;
            return descriptor;
        } finally {
            if (!opened) {
                sandbox.openFiles().giveBack();
            }
        }
    }

    /** Sets the times that are given, of the directory itself. */
    void touch(@Nullable FileTime accessed, @Nullable FileTime modified) throws FileError {
        requireChangeable();
        sandbox.touch(handle, null, accessed, modified);
    }

    /** Sets the times that are given, of the file, directory or link at {@code path}. */
    void touch(
            String path, boolean follow, @Nullable FileTime accessed, @Nullable FileTime modified)
            throws FileError {
        if (!sandbox.writable()) {
            throw new FileError(ErrorCode.NOT_PERMITTED);
        }
        try (Place place = walk(path, follow ? Walk.Last.FOLLOW : Walk.Last.KEEP)) {
            BasicFileAttributes found = existing(place.attributes());
            String name = place.name();
            if (found.isSymbolicLink() && name != null) {
                requireChangeable();
                sandbox.touchLink(FileStat.of(found), place.names(), name, accessed, modified);
                return;
            }
            if (!found.isDirectory() && !found.isRegularFile()) {
                throw new FileError(ErrorCode.UNSUPPORTED);
            }
            if (place.name() == null) {
                requireChangeable();
            }
            sandbox.touch(place.directory(), place.name(), accessed, modified);
        }
    }

    /** Makes a directory. */
    void createDirectory(String path) throws FileError {
        requireChangeable();
        try (Place place = walk(path, Walk.Last.ENTRY)) {
            String name = place.entry(ErrorCode.EXIST);
            if (place.directory().attributes(name) != null) {
                throw new FileError(ErrorCode.EXIST);
            }
            sandbox.create(place.directory(), name, Files::createDirectory);
        }
    }

    /** Removes a file or a link. */
    void unlinkFile(String path) throws FileError {
        requireChangeable();
        try (Place place = walk(path, Walk.Last.ENTRY)) {
            String name = place.entry(ErrorCode.IS_DIRECTORY);
            BasicFileAttributes found = existing(place.attributes());
            if (found.isDirectory()) {
                throw new FileError(ErrorCode.IS_DIRECTORY);
            }
            place.directory().deleteFile(name);
            sandbox.quota().removed(found);
        }
    }

    /** Removes an empty directory. */
    void removeDirectory(String path) throws FileError {
        requireChangeable();
        try (Place place = walk(path, Walk.Last.ENTRY)) {
            String name = place.entry(ErrorCode.INVALID);
            if (!existing(place.attributes()).isDirectory()) {
                throw new FileError(ErrorCode.NOT_DIRECTORY);
            }
            place.directory().deleteDirectory(name);
            sandbox.quota().giveBackEntry();
        }
    }

    /** Renames a file, link or directory into {@code target}, in place of a file that is there. */
    void rename(String path, SandboxedDirectory target, String targetPath) throws FileError {
        requireChangeable();
        target.requireChangeable();
        if (target.sandbox != sandbox) {
            // Each grant has a quota of its own, and as a rule a file system too.
            throw new FileError(ErrorCode.CROSS_DEVICE);
        }
        try (Place from = walk(path, Walk.Last.ENTRY);
                Place to = target.walk(targetPath, Walk.Last.ENTRY)) {
            String name = from.entry(ErrorCode.BUSY);
            String targetName = to.entry(ErrorCode.BUSY);
            BasicFileAttributes moved = existing(from.attributes());
            BasicFileAttributes replaced = to.attributes();
            if (replaced == null && to.mustBeDirectory() && !moved.isDirectory()) {
                throw new FileError(ErrorCode.NOT_DIRECTORY);
            }
            from.directory().move(name, to.directory(), targetName);
            if (replaced != null && !Objects.equals(replaced.fileKey(), moved.fileKey())) {
                sandbox.quota().removed(replaced);
            }
        }
    }

    /**
     * Makes a link that leads to {@code target}, which need not exist. What it leads to is asked when it
     * is followed, so it may say {@code ..}, and leads nowhere outside.
     *
     * @throws FileError not-permitted for an absolute target
     */
    void symlink(String target, String path) throws FileError {
        requireChangeable();
        GuestPath.parse(target);
        try (Place place = walk(path, Walk.Last.ENTRY)) {
            String name = newEntry(place);
            sandbox.create(place.directory(), name, staged -> Sandbox.symlink(staged, target));
        }
    }

    /**
     * Gives the file or link at {@code path} one more name.
     *
     * @throws FileError not-permitted for a directory
     */
    void link(String path, SandboxedDirectory target, String targetPath) throws FileError {
        requireChangeable();
        target.requireChangeable();
        if (target.sandbox != sandbox) {
            throw new FileError(ErrorCode.CROSS_DEVICE);
        }
        try (Place from = walk(path, Walk.Last.ENTRY);
                Place to = target.walk(targetPath, Walk.Last.ENTRY)) {
            String name = from.entry(ErrorCode.NOT_PERMITTED);
            BasicFileAttributes found = existing(from.attributes());
            String targetName = newEntry(to);
            if (found.isDirectory()) {
                throw new FileError(ErrorCode.NOT_PERMITTED);
            }
            sandbox.create(
                    to.directory(),
                    targetName,
                    staged -> sandbox.link(staged, found.fileKey(), from.names(), name));
            sandbox.quota().linked(found.fileKey());
        }
    }

    /** The name that something new can have, which is neither there nor said to be a directory. */
    private static String newEntry(Place place) throws FileError {
        String name = place.entry(ErrorCode.EXIST);
        if (place.attributes() != null) {
            throw new FileError(ErrorCode.EXIST);
        }
        if (place.mustBeDirectory()) {
            throw new FileError(ErrorCode.NO_ENTRY);
        }
        return name;
    }

    /** The target of a link. */
    String readLink(String path) throws FileError {
        try (Place place = walk(path, Walk.Last.KEEP)) {
            String name = place.entry(ErrorCode.INVALID);
            String target = sandbox.readLink(place.directory(), place.names(), name);
            if (target.startsWith("/")) {
                throw new FileError(ErrorCode.NOT_PERMITTED);
            }
            return target;
        }
    }

    /** The entries, from the first. */
    DirectoryListing list() throws FileError {
        Map<String, String> only = names.isEmpty() ? sandbox.only() : null;
        OpenFiles openFiles = sandbox.openFiles();
        openFiles.take();
        try {
            return only == null
                    ? DirectoryListing.of(handle.again(), openFiles)
                    : DirectoryListing.of(handle.share(), only, openFiles);
        } catch (FileError failure) {
            openFiles.giveBack();
            throw failure;
        }
    }

    private void requireChangeable() throws FileError {
        if (!sandbox.entriesChangeable()) {
            throw new FileError(ErrorCode.NOT_PERMITTED);
        }
    }

    private Place walk(String path, Walk.Last last) throws FileError {
        sandbox.named(names, path);
        return Walk.to(sandbox, handle, names, path, last);
    }

    private static BasicFileAttributes existing(@Nullable BasicFileAttributes found)
            throws FileError {
        if (found == null) {
            throw new FileError(ErrorCode.NO_ENTRY);
        }
        return found;
    }

    @Override
    public void close() {
        if (references.remove()) {
            sandbox.openFiles().giveBack();
            handle.close();
        }
    }
}

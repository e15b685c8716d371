package dev.tamias.wasi;

import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Opens what a walk has led to (wasi:filesystem/types, {@code open-at}), once it is known that the
 * sandbox allows the changes that are asked for.
 */
final class Opening {

    private final Sandbox sandbox;
    private final Place place;
    private final Set<OpenFlag> how;
    private final Set<DescriptorFlag> use;

    Opening(Sandbox sandbox, Place place, Set<OpenFlag> how, Set<DescriptorFlag> use) {
        this.sandbox = sandbox;
        this.place = place;
        this.how = how;
        this.use = use;
    }

    Descriptor open() throws FileError {
        BasicFileAttributes found = place.attributes();
        if (found == null) {
            return make();
        }
        if (how.contains(OpenFlag.CREATE) && how.contains(OpenFlag.EXCLUSIVE)) {
            throw new FileError(ErrorCode.EXIST);
        }
        if (found.isDirectory()) {
            return directory();
        }
        if (how.contains(OpenFlag.DIRECTORY)) {
            throw new FileError(ErrorCode.NOT_DIRECTORY);
        }
        if (!found.isRegularFile()) {
            // Opening a pipe could block for ever, and a device is more than a file.
            throw new FileError(found.isSymbolicLink() ? ErrorCode.LOOP : ErrorCode.ACCESS);
        }
        FileChannel channel = place.directory().file(name(), options(false));
        if (how.contains(OpenFlag.TRUNCATE)) {
            sandbox.quota().giveBack(found.size());
        }
        return file(channel, FileStat.of(found));
    }

    private SandboxedFile make() throws FileError {
        if (!how.contains(OpenFlag.CREATE)) {
            throw new FileError(ErrorCode.NO_ENTRY);
        }
        if (how.contains(OpenFlag.DIRECTORY)) {
            throw new FileError(ErrorCode.INVALID);
        }
        if (place.mustBeDirectory()) {
            throw new FileError(ErrorCode.IS_DIRECTORY);
        }
        sandbox.quota().takeEntry();
        FileChannel channel;
        try {
            channel = place.directory().file(name(), options(true));
        } catch (FileError failure) {
            sandbox.quota().giveBackEntry();
            throw failure;
        }
        BasicFileAttributes made = place.directory().attributes(name());
        return file(channel, made == null ? unknown() : FileStat.of(made));
    }

    /** Of a file that somebody removed right after it was made. */
    private static FileStat unknown() {
        return new FileStat(FileKind.REGULAR_FILE, 0, Instant.EPOCH, Instant.EPOCH, null, 1, null);
    }

    private SandboxedFile file(FileChannel channel, FileStat opened) throws FileError {
        Set<DescriptorFlag> flags = EnumSet.noneOf(DescriptorFlag.class);
        flags.addAll(use);
        flags.remove(DescriptorFlag.MUTATE_DIRECTORY);
        return new SandboxedFile(
                channel, place.directory().share(), place.names(), name(), opened, flags, sandbox);
    }

    private SandboxedDirectory directory() throws FileError {
        if (how.contains(OpenFlag.CREATE)
                || how.contains(OpenFlag.TRUNCATE)
                || use.contains(DescriptorFlag.WRITE)) {
            throw new FileError(ErrorCode.IS_DIRECTORY);
        }
        String name = place.name();
        if (name == null) {
            return new SandboxedDirectory(sandbox, place.directory().share(), place.names());
        }
        List<String> names = new ArrayList<>(place.names());
        names.add(name);
        return new SandboxedDirectory(
                sandbox, place.directory().directory(name), List.copyOf(names));
    }

    private String name() throws FileError {
        return place.entry(ErrorCode.IS_DIRECTORY);
    }

    private Set<OpenOption> options(boolean makes) {
        Set<OpenOption> options = new HashSet<>();
        // The JDK cannot open a file for neither reading nor writing, and makes or empties only
        // what it
        // opens for writing. The descriptor's flags hold the guest to what it asked for.
        boolean writes =
                use.contains(DescriptorFlag.WRITE) || makes || how.contains(OpenFlag.TRUNCATE);
        if (writes) {
            options.add(StandardOpenOption.WRITE);
        }
        if (use.contains(DescriptorFlag.READ) || !writes) {
            options.add(StandardOpenOption.READ);
        }
        if (makes) {
            options.add(
                    how.contains(OpenFlag.EXCLUSIVE)
                            ? StandardOpenOption.CREATE_NEW
                            : StandardOpenOption.CREATE);
        }
        if (how.contains(OpenFlag.TRUNCATE)) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        if (use.contains(DescriptorFlag.FILE_INTEGRITY_SYNC)) {
            options.add(StandardOpenOption.SYNC);
        }
        if (use.contains(DescriptorFlag.DATA_INTEGRITY_SYNC)) {
            options.add(StandardOpenOption.DSYNC);
        }
        return options;
    }
}

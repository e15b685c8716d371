package dev.tamias.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which this JVM makes its temporary directories. A lock that is held as long as the JVM
 * lives tells it from those of JVMs that crashed, which are swept when the first one is made.
 */
final class TempHome {

    private static final String PREFIX = "tamias-";
    private static final String LOCK = "lock";

    /** Prefix, process and a random number; whatever else is called tamias is somebody's own. */
    private static final Pattern NAME = Pattern.compile("tamias-[0-9]{1,19}-[0-9]{1,20}");

    /** So long after it was made, a home without a lock is not about to be locked. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static @Nullable TempHome current;

    private final Path path;
    private final FileChannel channel;

    /** Kept for the JVM's life: what is collected is unlocked. */
    @SuppressWarnings("UnusedVariable")
    private final FileLock lock;

    private TempHome(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** A new directory below this JVM's home, with the user's permissions alone. */
    static synchronized Path directory() throws IOException {
        if (current == null || !current.channel.isOpen() || !Files.isDirectory(current.path)) {
            Path parent = Path.of(System.getProperty("java.io.tmpdir"));
            current = create(parent);
            sweep(parent, Files.getOwner(current.path));
        }
        return Files.createTempDirectory(current.path, "");
    }

    private static String ownPrefix() {
        return PREFIX + ProcessHandle.current().pid() + "-";
    }

    static TempHome create(Path parent) throws IOException {
        Path path = Files.createTempDirectory(parent, ownPrefix());
        Path file = path.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        TempHome home = new TempHome(path, channel, channel.lock());
        // The directory goes after what is in it: files are deleted in the order opposite to this.
        path.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return home;
    }

    Path path() {
        return path;
    }

    /** Removes the homes in {@code parent} that are the user's own and no living JVM's. */
    static void sweep(Path parent, UserPrincipal user) {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path home : homes) {
                sweepIfDead(home, user);
            }
        } catch (IOException e) {
            // What cannot be swept is left to the next start; it is in nobody's way.
        }
    }

    private static void sweepIfDead(Path home, UserPrincipal user) {
        try {
            // A lock of this JVM's own would be lost by opening its file and closing it again.
            String name = String.valueOf(home.getFileName());
            if (NAME.matcher(name).matches()
                    && !name.startsWith(ownPrefix())
                    && Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(home, LinkOption.NOFOLLOW_LINKS).equals(user)
                    && !isFresh(home)
                    && !isLocked(home.resolve(LOCK))) {
                delete(home);
            }
        } catch (IOException e) {
            // As above.
        }
    }

    private static boolean isFresh(Path home) throws IOException {
        Instant changed = Files.getLastModifiedTime(home, LinkOption.NOFOLLOW_LINKS).toInstant();
        return changed.isAfter(Instant.now().minus(FRESH));
    }

    private static boolean isLocked(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel =
                        FileChannel.open(
                                file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Deletes a directory with all that is in it, without following links, which a plugin may have made. */
    static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new Delete());
    }

    /** Deletes what is in a directory, and then the directory. */
    private static final class Delete extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}

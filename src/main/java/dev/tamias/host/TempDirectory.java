package dev.tamias.host;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A directory that one plugin instance may write to, gone when the instance is closed. */
final class TempDirectory implements AutoCloseable {

    /** The name by which the plugin opens it: no path of the host's is told. */
    static final String GUEST_NAME = "/tamias-temp";

    private final Path path;

    private TempDirectory(Path path) {
        this.path = path;
    }

    static TempDirectory create() {
        try {
            // Made with the user's permissions alone.
            return new TempDirectory(Files.createTempDirectory("tamias-"));
        } catch (IOException e) {
            throw new HostException(
                    Trouble.SANDBOX,
                    "A temporary directory for a plugin cannot be made: " + e.getMessage() + ".",
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Delete());
        } catch (IOException e) {
            throw new HostException(
                    Trouble.SANDBOX,
                    "The temporary directory \""
                            + path
                            + "\" cannot be removed: "
                            + e.getMessage()
                            + ".",
                    e);
        }
    }

    /** Deletes without following links, which a plugin may have made. */
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

package dev.tamias.check;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A directory with files and directories to configure a plugin with, gone when it is closed. */
final class SampleFiles implements AutoCloseable {

    private final Path root;
    private final List<Path> made = new ArrayList<>();

    private SampleFiles(Path root) {
        this.root = root;
        made.add(root);
    }

    static SampleFiles create() {
        try {
            return new SampleFiles(Files.createTempDirectory("tamias-check"));
        } catch (IOException e) {
            throw unmade(e);
        }
    }

    /**
     * A file with a line of text.
     *
     * @param extension without a dot; empty for none
     */
    Path file(String name, String extension) {
        String full = extension.isEmpty() ? name : name + "." + extension;
        return write(full, "a line\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A file of that name; the one that is there already, where there is. */
    Path write(String name, byte[] bytes) {
        Path file = root.resolve(name);
        try {
            if (!made.contains(file)) {
                made.add(Files.write(file, bytes));
            }
            return file;
        } catch (IOException e) {
            throw unmade(e);
        }
    }

    /** A directory with a file. */
    Path directory(String name) {
        Path directory = root.resolve(name);
        try {
            if (!made.contains(directory)) {
                made.add(Files.createDirectory(directory));
                Path file = directory.resolve("a file");
                made.add(Files.writeString(file, "a line\n", StandardCharsets.UTF_8));
            }
            return directory;
        } catch (IOException e) {
            throw unmade(e);
        }
    }

    private static HostException unmade(IOException e) {
        return new HostException(
                Trouble.SANDBOX,
                "A temporary file for the check cannot be made: " + e.getMessage() + ".",
                e);
    }

    @Override
    public void close() {
        Collections.reverse(made);
        for (Path each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                // It lies among the temporary files.
            }
        }
    }
}

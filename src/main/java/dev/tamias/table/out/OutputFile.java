package dev.tamias.table.out;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/**
 * A file that is whole or not there: it is written beside its place under another name, and moved there
 * at its end, in place of one that is there. Where writing fails, what was there stays.
 */
public final class OutputFile {

    private static final int BUFFER = 1 << 18;

    private OutputFile() {}

    /** What writes into a file that does not count yet. */
    @FunctionalInterface
    public interface Writing {
        /** Writes it, from its start. */
        void to(Path partial) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @return the file
     * @throws HostException where it cannot be written
     */
    public static Path write(Path file, Writing writing) {
        Path whole = file.toAbsolutePath();
        try {
            if (Files.isDirectory(whole)) {
                throw new IOException("it is a directory");
            }
            Path partial = Files.createTempFile(whole.getParent(), ".tamias-", ".partial");
            try {
                writing.to(partial);
                move(partial, whole);
            } finally {
                Files.deleteIfExists(partial);
            }
            return file;
        } catch (IOException e) {
            throw new HostException(
                    Trouble.OUTPUT,
                    "The output \"" + file + "\" cannot be written: " + said(e) + ".",
                    e);
        }
    }

    /** Writes all rows into a file. */
    public static Path write(Path file, OutputFormat format, ValueRows rows) {
        ValueWriter writer = format.writer();
        try {
            return write(file, partial -> write(partial, writer, rows));
        } finally {
            writer.close();
        }
    }

    private static void write(Path partial, ValueWriter writer, ValueRows rows) throws IOException {
        // No channel: the first write of an interrupted thread would close it.
        try (OutputStream target =
                new BufferedOutputStream(new FileOutputStream(partial.toFile()), BUFFER)) {
            writer.begin(rows.columns(), target);
            while (rows.next()) {
                writer.row(rows);
            }
            writer.end();
        }
    }

    private static void move(Path partial, Path whole) throws IOException {
        usualRights(partial, whole);
        try {
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A temporary file is its owner's alone; the file gets the rights that a new one has. */
    private static void usualRights(Path partial, Path whole) throws IOException {
        if (!partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Path model = whole;
        boolean made = !Files.exists(whole);
        if (made) {
            model = whole.resolveSibling(partial.getFileName() + ".rights");
            Files.createFile(model);
        }
        try {
            Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(model));
        } finally {
            if (made) {
                Files.deleteIfExists(model);
            }
        }
    }

    private static String said(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /**
     * Makes sure that no input would be lost.
     *
     * @throws HostException where the output is one of the inputs
     */
    public static void requireOther(Path file, Collection<Path> inputs) {
        for (Path input : inputs) {
            if (same(file, input)) {
                throw new HostException(
                        Trouble.OUTPUT,
                        "The output \"" + file + "\" is the input; name another file.");
            }
        }
    }

    /** Where that cannot be told, no: whoever opens the input says why it cannot be read. */
    private static boolean same(Path file, Path input) {
        try {
            return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input);
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.tamias.cli;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where results go: UTF-8, and a failed write is an error. */
final class Output {

    private Output() {}

    /**
     * Opens the file, or standard output where there is none.
     *
     * @throws HostException where the file cannot be written
     */
    static Writer open(@Nullable Path file) {
        if (file == null) {
            return new BufferedWriter(
                    new OutputStreamWriter(new Standard(), StandardCharsets.UTF_8));
        }
        try {
            // No channel: the first write of an interrupted thread would close it.
            return new BufferedWriter(
                    new OutputStreamWriter(
                            new FileOutputStream(file.toFile()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HostException(
                    Trouble.OUTPUT,
                    "The output \"" + file + "\" cannot be written: " + e.getMessage() + ".",
                    e);
        }
    }

    /** Standard output past {@code System.out}, which swallows failures; it stays open. */
    private static final class Standard extends FileOutputStream {

        Standard() {
            super(FileDescriptor.out);
        }

        @Override
        public void close() {
            // The process may have more to say.
        }
    }
}

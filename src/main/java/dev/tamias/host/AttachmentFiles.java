package dev.tamias.host;

import dev.tamias.model.Attachment;
import dev.tamias.model.AttachmentName;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attachments as files in a directory: under names made from those that the plugin gave, never outside of
 * the directory, and never over or through a file or a link that is there already.
 */
public final class AttachmentFiles {

    /** So many of one name, and the next is an error. */
    private static final int MOST_OF_A_NAME = 10_000;

    private AttachmentFiles() {}

    /**
     * Writes the attachments' data, each into a new file.
     *
     * @param directory made where it is missing
     * @return the files, in the attachments' order
     * @throws HostException (OUTPUT) where a file cannot be written; those before it are there
     */
    public static List<Path> save(List<Attachment> attachments, Path directory) {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            // Links in the user's own path are followed once, and by nothing that comes after.
            Path real = directory.toRealPath();
            for (Attachment each : attachments) {
                files.add(save(each, real));
            }
        } catch (IOException e) {
            throw new HostException(
                    Trouble.OUTPUT,
                    "An attachment cannot be saved in \""
                            + directory
                            + "\": "
                            + e.getMessage()
                            + ".",
                    e);
        }
        return files;
    }

    private static Path save(Attachment attachment, Path directory) throws IOException {
        String name = attachment.fileName();
        String stem = AttachmentName.stem(name);
        for (int number = 1; number <= MOST_OF_A_NAME; number++) {
            String numbered =
                    number == 1 ? name : stem + "_" + number + name.substring(stem.length());
            Path file = directory.resolve(numbered);
            try {
                // A new file, or none: not even a link that leads nowhere is taken for one.
                Files.write(
                        file,
                        attachment.data(),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            Instant modified = instant(attachment.modifiedDate());
            if (modified != null) {
                Files.setLastModifiedTime(file, FileTime.from(modified));
            }
            return file;
        }
        throw new IOException("there are " + MOST_OF_A_NAME + " files named \"" + name + "\"");
    }

    /** A date as ISO 8601 has it; plugins may write any text. */
    private static @Nullable Instant instant(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return date.length() == "2026-01-02".length()
                    ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}

package dev.tamias.wasi;

import dev.tamias.engine.Interrupted;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Locale;
import java.util.Map;

/**
 * A file operation failed in a way that the guest is told. It carries the code alone: the host's
 * exceptions quote paths of the host, so none of them is kept as text or cause.
 */
final class FileError extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the C library says where the JDK has no exception type of its own. */
    private static final Map<String, ErrorCode> REASONS =
            Map.ofEntries(
                    Map.entry("Is a directory", ErrorCode.IS_DIRECTORY),
                    Map.entry("Not a directory", ErrorCode.NOT_DIRECTORY),
                    Map.entry("Directory not empty", ErrorCode.NOT_EMPTY),
                    Map.entry("File name too long", ErrorCode.NAME_TOO_LONG),
                    Map.entry("File too large", ErrorCode.FILE_TOO_LARGE),
                    Map.entry("No space left on device", ErrorCode.INSUFFICIENT_SPACE),
                    Map.entry("Disk quota exceeded", ErrorCode.QUOTA),
                    Map.entry("Read-only file system", ErrorCode.READ_ONLY),
                    Map.entry("Operation not permitted", ErrorCode.NOT_PERMITTED),
                    Map.entry("Invalid argument", ErrorCode.INVALID),
                    Map.entry("Device or resource busy", ErrorCode.BUSY),
                    Map.entry("Text file busy", ErrorCode.TEXT_FILE_BUSY),
                    Map.entry("Invalid cross-device link", ErrorCode.CROSS_DEVICE),
                    Map.entry("Too many links", ErrorCode.TOO_MANY_LINKS));

    private final ErrorCode code;

    FileError(ErrorCode code) {
        super(text(code), null, false, false);
        this.code = code;
    }

    /** What the guest is told of {@code failure}. */
    static FileError of(IOException failure) {
        return new FileError(code(failure));
    }

    private static ErrorCode code(IOException failure) {
        if (failure instanceof ClosedByInterruptException) {
            throw new Interrupted("a file operation was interrupted", failure);
        }
        if (failure instanceof ClosedChannelException) {
            return ErrorCode.BAD_DESCRIPTOR;
        }
        if (failure instanceof NoSuchFileException) {
            return ErrorCode.NO_ENTRY;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return ErrorCode.EXIST;
        }
        if (failure instanceof AccessDeniedException) {
            return ErrorCode.ACCESS;
        }
        if (failure instanceof NotDirectoryException) {
            return ErrorCode.NOT_DIRECTORY;
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return ErrorCode.NOT_EMPTY;
        }
        if (failure instanceof NotLinkException) {
            return ErrorCode.INVALID;
        }
        if (failure instanceof FileSystemLoopException) {
            return ErrorCode.LOOP;
        }
        if (failure instanceof AtomicMoveNotSupportedException) {
            return ErrorCode.CROSS_DEVICE;
        }
        return reason(failure);
    }

    private static ErrorCode reason(IOException failure) {
        String reason =
                failure instanceof FileSystemException system
                        ? system.getReason()
                        : failure.getMessage();
        if (reason == null) {
            return ErrorCode.IO;
        }
        // The JDK adds a remark of its own to this one.
        if (reason.startsWith("Too many levels of symbolic links")) {
            return ErrorCode.LOOP;
        }
        return REASONS.getOrDefault(reason, ErrorCode.IO);
    }

    ErrorCode code() {
        return code;
    }

    private static String text(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

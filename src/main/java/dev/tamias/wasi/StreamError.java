package dev.tamias.wasi;

import dev.tamias.wasi.sockets.NetworkErrorCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why the last operation of a stream failed (wasi:io/error, {@code error}): one of the two.
 *
 * @param file the failure of a file operation
 * @param network the failure of a network operation
 */
record StreamError(@Nullable ErrorCode file, @Nullable NetworkErrorCode network) {

    StreamError(ErrorCode code) {
        this(code, null);
    }

    StreamError(NetworkErrorCode code) {
        this(null, code);
    }

    /** For people; it names no file and no address. */
    String text() {
        return file != null
                ? "file operation failed: " + words(file)
                : "network operation failed: " + words(network);
    }

    private static String words(@Nullable Enum<?> code) {
        return code == null ? "unknown" : code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.tamias.wasi;

import java.util.Locale;

/** Why the last operation of a stream failed (wasi:io/error, {@code error}). */
record StreamError(ErrorCode code) {

    /** For people; it names no file. */
    String text() {
        return "file operation failed: " + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

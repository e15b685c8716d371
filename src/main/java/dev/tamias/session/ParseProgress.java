package dev.tamias.session;

import java.util.OptionalLong;

/**
 * How far a session has come.
 *
 * @param bytes bytes that were consumed or skipped
 * @param size bytes of the whole input, where that is known
 * @param rows rows so far
 * @param rowsPerSecond rows a second since the session's first call
 * @param bytesPerSecond bytes a second since the session's first call
 */
public record ParseProgress(
        long bytes, OptionalLong size, long rows, double rowsPerSecond, double bytesPerSecond) {}

package dev.tamias.wasi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as a guest or a link states it, split at its slashes.
 *
 * @param components without empty ones; {@code .} and {@code ..} are kept
 * @param isDirectory whether a slash ends it, so that it can only mean a directory
 */
record GuestPath(List<String> components, boolean isDirectory) {

    /** As on Linux: {@code PATH_MAX} without its terminator. */
    static final int MAX_PATH_BYTES = 4095;

    /** As on Linux: {@code NAME_MAX}. */
    static final int MAX_NAME_BYTES = 255;

    GuestPath {
        components = List.copyOf(components);
    }

    /**
     * @throws FileError not-permitted where the path is absolute, no-entry where it is empty, invalid
     *     where it holds a NUL, name-too-long
     */
    static GuestPath parse(String path) throws FileError {
        if (path.isEmpty()) {
            throw new FileError(ErrorCode.NO_ENTRY);
        }
        if (path.indexOf('\0') >= 0) {
            throw new FileError(ErrorCode.INVALID);
        }
        if (bytes(path) > MAX_PATH_BYTES) {
            throw new FileError(ErrorCode.NAME_TOO_LONG);
        }
        if (path.startsWith("/")) {
            throw new FileError(ErrorCode.NOT_PERMITTED);
        }
        List<String> components = new ArrayList<>();
        for (String component : path.split("/", -1)) {
            if (bytes(component) > MAX_NAME_BYTES) {
                throw new FileError(ErrorCode.NAME_TOO_LONG);
            }
            if (!component.isEmpty()) {
                components.add(component);
            }
        }
        return new GuestPath(components, path.endsWith("/"));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

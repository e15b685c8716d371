package dev.tamias.wasi;

import java.nio.file.attribute.BasicFileAttributes;

/** The type of a file (wasi:filesystem/types, {@code descriptor-type}, in its order). */
enum FileKind {
    UNKNOWN,
    BLOCK_DEVICE,
    CHARACTER_DEVICE,
    DIRECTORY,
    FIFO,
    SYMBOLIC_LINK,
    REGULAR_FILE,
    SOCKET;

    /** Devices, pipes and sockets are unknown: the JDK does not tell them apart. */
    static FileKind of(BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return REGULAR_FILE;
        }
        if (attributes.isDirectory()) {
            return DIRECTORY;
        }
        return attributes.isSymbolicLink() ? SYMBOLIC_LINK : UNKNOWN;
    }
}

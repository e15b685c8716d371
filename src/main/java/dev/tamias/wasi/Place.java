package dev.tamias.wasi;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk ended: a name in an open directory, which need not exist, or that directory itself.
 *
 * @param names from the sandbox's root to the directory
 * @param name null for the directory itself
 * @param mustBeDirectory whether the path said so by its last slash
 */
record Place(
        DirectoryHandle directory,
        List<String> names,
        @Nullable String name,
        boolean mustBeDirectory)
        implements AutoCloseable {

    Place {
        names = List.copyOf(names);
    }

    /** The attributes of what is there; null where nothing is. */
    @Nullable BasicFileAttributes attributes() throws FileError {
        if (name == null) {
            return directory.attributes();
        }
        BasicFileAttributes attributes = directory.attributes(name);
        if (attributes != null && mustBeDirectory && !attributes.isDirectory()) {
            throw new FileError(ErrorCode.NOT_DIRECTORY);
        }
        return attributes;
    }

    /**
     * The name, for an operation that changes an entry.
     *
     * @throws FileError with that code where the path leads to the directory itself
     */
    String entry(ErrorCode otherwise) throws FileError {
        if (name == null) {
            throw new FileError(otherwise);
        }
        return name;
    }

    @Override
    public void close() {
        directory.close();
    }
}

package dev.tamias.wasi;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a directory, one after the other, without {@code .} and {@code ..}. */
final class DirectoryListing implements AutoCloseable {

    /** One entry; a link is a link here, whatever it leads to. */
    record Entry(FileKind kind, String name) {}

    private record Name(String visible, String real) {}

    private final DirectoryHandle directory;
    private final OpenFiles openFiles;
    private final Iterator<Name> names;
    private final References references = new References();

    private DirectoryListing(DirectoryHandle directory, OpenFiles openFiles, Iterator<Name> names) {
        this.directory = directory;
        this.openFiles = openFiles;
        this.names = names;
    }

    /**
     * @param directory a hold of its own, closed with the listing
     * @param openFiles in which the listing was counted
     */
    static DirectoryListing of(DirectoryHandle directory, OpenFiles openFiles) {
        Iterator<Path> paths = directory.names();
        return new DirectoryListing(
                directory,
                openFiles,
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return paths.hasNext();
                    }

                    @Override
                    public Name next() {
                        String name = String.valueOf(paths.next().getFileName());
                        return new Name(name, name);
                    }
                });
    }

    /** A listing of these entries alone: true names by those under which they are shown. */
    static DirectoryListing of(
            DirectoryHandle directory, Map<String, String> only, OpenFiles openFiles) {
        return new DirectoryListing(
                directory,
                openFiles,
                only.entrySet().stream()
                        .map(each -> new Name(each.getKey(), each.getValue()))
                        .iterator());
    }

    /** The next entry that still exists; null after the last. */
    @Nullable Entry next() throws FileError {
        try {
            while (names.hasNext()) {
                Name name = names.next();
                BasicFileAttributes attributes = directory.attributes(name.real);
                if (attributes != null) {
                    return new Entry(FileKind.of(attributes), name.visible);
                }
            }
            return null;
        } catch (DirectoryIteratorException e) {
            IOException cause = e.getCause();
            throw cause == null ? new FileError(ErrorCode.IO) : FileError.of(cause);
        }
    }

    @Override
    public void close() {
        if (references.remove()) {
            openFiles.giveBack();
            directory.close();
        }
    }
}

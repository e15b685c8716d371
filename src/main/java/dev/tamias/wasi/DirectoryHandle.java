package dev.tamias.wasi;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open directory of the host, whatever becomes of its path. Every operation takes one name, never a
 * path, and never follows a link in that name, so none of them can leave the directory.
 */
final class DirectoryHandle implements AutoCloseable {

    private final FileSystem fileSystem;
    private final SecureDirectoryStream<Path> stream;
    private final References references = new References();

    private DirectoryHandle(FileSystem fileSystem, SecureDirectoryStream<Path> stream) {
        this.fileSystem = fileSystem;
        this.stream = stream;
    }

    /**
     * Opens a directory by a path that the host's user named.
     *
     * @return null where the file system cannot open files relative to an open directory
     */
    @SuppressWarnings("StreamResourceLeak") // the handle closes it
    static @Nullable DirectoryHandle open(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new DirectoryHandle(path.getFileSystem(), secure);
        }
        stream.close();
        return null;
    }

    /** One more user, who closes it too. */
    DirectoryHandle share() {
        references.add();
        return this;
    }

    BasicFileAttributes attributes() throws FileError {
        try {
            return stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** The attributes of what has that name, a link's own if it is one; null where nothing has it. */
    @Nullable BasicFileAttributes attributes(String name) throws FileError {
        try {
            return stream.getFileAttributeView(
                            single(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** Opens a directory in this one; a link to one is no directory. */
    DirectoryHandle directory(String name) throws FileError {
        return reopen(single(name));
    }

    /** Opens this directory once more, for a listing of its own. */
    DirectoryHandle again() throws FileError {
        return reopen(fileSystem.getPath("."));
    }

    private DirectoryHandle reopen(Path name) throws FileError {
        try {
            return new DirectoryHandle(
                    fileSystem, stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** Opens a file in this directory; a link to one is refused. */
    FileChannel file(String name, Set<? extends OpenOption> options) throws FileError {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        try {
            SeekableByteChannel channel = stream.newByteChannel(single(name), all);
            if (channel instanceof FileChannel file) {
                return file;
            }
            channel.close();
            throw new FileError(ErrorCode.UNSUPPORTED);
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** Sets the times that are given, of the file or directory of that name or, for null, of this one. */
    void touch(@Nullable String name, @Nullable FileTime accessed, @Nullable FileTime modified)
            throws FileError {
        try {
            BasicFileAttributeView view =
                    name == null
                            ? stream.getFileAttributeView(BasicFileAttributeView.class)
                            : stream.getFileAttributeView(
                                    single(name),
                                    BasicFileAttributeView.class,
                                    LinkOption.NOFOLLOW_LINKS);
            view.setTimes(modified, accessed, null);
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    void deleteFile(String name) throws FileError {
        try {
            stream.deleteFile(single(name));
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    void deleteDirectory(String name) throws FileError {
        try {
            stream.deleteDirectory(single(name));
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** Renames atomically, from this directory into that one. */
    void move(String name, DirectoryHandle target, String targetName) throws FileError {
        try {
            stream.move(single(name), target.stream, target.single(targetName));
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** The names in this directory, once in the life of this handle. */
    Iterator<Path> names() {
        return stream.iterator();
    }

    /** A name that cannot be a path: the JDK ignores the open directory where it is given an absolute one. */
    private Path single(String name) throws FileError {
        Path path;
        try {
            path = fileSystem.getPath(name);
        } catch (InvalidPathException e) {
            throw new FileError(ErrorCode.ILLEGAL_BYTE_SEQUENCE);
        }
        boolean isName = !path.isAbsolute() && path.getNameCount() == 1 && !name.isEmpty();
        if (!isName || name.equals(".") || name.equals("..")) {
            throw new FileError(ErrorCode.NOT_PERMITTED);
        }
        return path;
    }

    @Override
    public void close() {
        if (references.remove()) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new HostException(
                        Trouble.SANDBOX,
                        "A directory that a plugin had opened cannot be closed.",
                        e);
            }
        }
    }
}

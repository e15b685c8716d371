package dev.tamias.manager;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The machine's files, of whose operations one fails: the n-th, and only that. */
final class FailingFileSystem extends FileSystem {

    private final FileSystem files = FileSystems.getDefault();
    private final Provider provider = new Provider();
    private final int failing;
    private int operations;

    /** @param failing which operation fails, from 1 */
    FailingFileSystem(int failing) {
        this.failing = failing;
    }

    /** The path within this file system. */
    Path path(Path path) {
        return new FailingPath(this, path);
    }

    /** Whether the operation came that was to fail. */
    boolean hasFailed() {
        return operations >= failing;
    }

    void step(String operation) throws IOException {
        if (++operations == failing) {
            throw new IOException("operation " + failing + " fails: " + operation);
        }
    }

    private static Path own(Path path) {
        return ((FailingPath) path).path();
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return files.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return files.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(files.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = files.getPathMatcher(pattern);
        return path -> matcher.matches(own(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    private final class Provider extends FileSystemProvider {

        private final FileSystemProvider real = files.provider();

        @Override
        public String getScheme() {
            return "failing";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return newFileChannel(path, options, attributes);
        }

        @Override
        public FileChannel newFileChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            step("open " + path);
            return new FailingChannel(
                    FailingFileSystem.this, FileChannel.open(own(path), options, attributes));
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(
                Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
            step("list " + path);
            DirectoryStream<Path> stream =
                    real.newDirectoryStream(own(path), each -> filter.accept(path(each)));
            return new DirectoryStream<>() {
                @Override
                public Iterator<Path> iterator() {
                    Iterator<Path> each = stream.iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return each.hasNext();
                        }

                        @Override
                        public Path next() {
                            return path(each.next());
                        }
                    };
                }

                @Override
                public void close() throws IOException {
                    stream.close();
                }
            };
        }

        @Override
        public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
            step("make " + path);
            real.createDirectory(own(path), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            step("delete " + path);
            real.delete(own(path));
        }

        @Override
        public void copy(Path from, Path to, CopyOption... options) throws IOException {
            step("copy " + from);
            real.copy(own(from), own(to), options);
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) throws IOException {
            step("move " + from);
            real.move(own(from), own(to), options);
        }

        @Override
        public boolean isSameFile(Path one, Path other) throws IOException {
            return real.isSameFile(own(one), own(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return real.isHidden(own(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return real.getFileStore(own(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            step("access " + path);
            real.checkAccess(own(path), modes);
        }

        @Override
        public <V extends FileAttributeView> @Nullable V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return real.getFileAttributeView(own(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(
                Path path, Class<A> type, LinkOption... options) throws IOException {
            step("look at " + path);
            return real.readAttributes(own(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(
                Path path, String attributes, LinkOption... options) throws IOException {
            step("look at " + path);
            return real.readAttributes(own(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
                throws IOException {
            step("set " + path);
            real.setAttribute(own(path), attribute, value, options);
        }
    }
}

package dev.tamias.manager;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of a {@link FailingFileSystem}. */
record FailingPath(FailingFileSystem system, Path path) implements Path {

    private @Nullable Path wrap(@Nullable Path other) {
        return other == null ? null : new FailingPath(system, other);
    }

    private static Path unwrap(Path other) {
        return other instanceof FailingPath own ? own.path : other;
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return path.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return wrap(path.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return wrap(path.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return wrap(path.getParent());
    }

    @Override
    public int getNameCount() {
        return path.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return new FailingPath(system, path.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return new FailingPath(system, path.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return path.startsWith(unwrap(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return path.endsWith(unwrap(other));
    }

    @Override
    public Path normalize() {
        return new FailingPath(system, path.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return new FailingPath(system, path.resolve(unwrap(other)));
    }

    @Override
    public Path relativize(Path other) {
        return new FailingPath(system, path.relativize(unwrap(other)));
    }

    @Override
    public URI toUri() {
        return path.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return new FailingPath(system, path.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return new FailingPath(system, path.toRealPath(options));
    }

    @Override
    public WatchKey register(
            WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return path.compareTo(unwrap(other));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

package dev.tamias.source;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a regular file. Not a file channel: an interrupt closes those, and a session that was
 * interrupted could not go on.
 */
final class FileStream extends SeekableStream {

    private final RandomAccessFile file;
    private final long size;
    private long position;

    private FileStream(RandomAccessFile file) throws IOException {
        this.file = file;
        this.size = file.length();
    }

    static FileStream open(Path path) {
        check(path);
        try {
            return new FileStream(new RandomAccessFile(path.toFile(), "r"));
        } catch (UnsupportedOperationException e) {
            throw wrong(
                    "\"" + path + "\" is not in the machine's file system; read it as a stream.");
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "The file \"" + path + "\" cannot be opened: " + e.getMessage() + ".",
                    e);
        }
    }

    private static void check(Path path) {
        if (Files.isDirectory(path)) {
            throw wrong("The input \"" + path + "\" is a directory; give one file.");
        }
        if (Files.notExists(path)) {
            throw wrong("There is no file \"" + path + "\" to read.");
        }
        // Opening a pipe would block until somebody writes to it.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw wrong(
                    "The input \""
                            + path
                            + "\" is a pipe or a device, not a file; read it as a stream.");
        }
        if (!Files.isReadable(path)) {
            throw wrong(
                    "The file \"" + path + "\" may not be read by this user; see its permissions.");
        }
    }

    private static HostException wrong(String sentence) {
        return new HostException(Trouble.INPUT, sentence);
    }

    /** The size when the file was opened. */
    long size() {
        return size;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = file.read(target, from, length);
        if (count < 0 && position < size) {
            throw new IOException(
                    "the file ends at byte "
                            + position
                            + " now, and had "
                            + size
                            + " bytes when it was opened");
        }
        position += Math.max(count, 0);
        return count;
    }

    @Override
    void seek(long target) throws IOException {
        file.seek(target);
        position = target;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

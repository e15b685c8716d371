package dev.tamias.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * One open file that somebody appends to or truncates; renaming does not concern it. It is a channel,
 * because on Windows a channel's file can be renamed while it is open; its thread is never interrupted.
 */
final class GrowingFile implements Closeable {

    private static final int LONGEST = 64 << 10;

    /** So many of the bytes before the position are compared at each read. */
    private static final int REMEMBERED = 1024;

    private final FileChannel channel;
    private final Object key;
    private long position;
    private byte[] before = new byte[0];

    private GrowingFile(FileChannel channel, Object key) {
        this.channel = channel;
        this.key = key;
    }

    /** Opens the file that is at {@code path} now. */
    static GrowingFile open(Path path) throws IOException {
        while (true) {
            Object key = keyOf(path);
            FileChannel channel = FileChannel.open(path);
            try {
                // Another file may have taken the path between the two.
                if (key.equals(keyOf(path))) {
                    return new GrowingFile(channel, key);
                }
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
        }
    }

    /** What tells this path's file from others: its inode, or when it was made where it has none. */
    static Object keyOf(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("\"" + path + "\" is not a file");
        }
        Object key = attributes.fileKey();
        return key == null ? attributes.creationTime() : key;
    }

    boolean is(Object other) {
        return key.equals(other);
    }

    boolean hasBytes() throws IOException {
        return channel.size() > 0;
    }

    /** Goes to the end: only what is added from now on is read. */
    void skip() throws IOException {
        long size = channel.size();
        position = Math.max(0, size - REMEMBERED);
        remember(readAt(position, (int) (size - position)));
    }

    /**
     * What was added since the last read, at most 64 KiB. Where the bytes before it are not those that
     * were read last, the file was truncated meanwhile: then what it holds now, from byte 0.
     */
    byte[] read() throws IOException {
        byte[] read = readAt(position, LONGEST);
        // Compared after reading: what was read before the bytes changed is thrown away.
        if (!Arrays.equals(before, readAt(position - before.length, before.length))) {
            position = 0;
            before = new byte[0];
            read = readAt(0, LONGEST);
        }
        remember(read);
        return read;
    }

    private void remember(byte[] read) {
        position += read.length;
        byte[] known = Arrays.copyOf(before, before.length + read.length);
        System.arraycopy(read, 0, known, before.length, read.length);
        before = Arrays.copyOfRange(known, Math.max(0, known.length - REMEMBERED), known.length);
    }

    private byte[] readAt(long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        int count = 1;
        while (bytes.hasRemaining() && count > 0) {
            count = channel.read(bytes, from + bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

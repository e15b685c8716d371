package dev.tamias.wasi;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open regular file; its descriptor and its streams share it, the last of them closes it. */
final class SandboxedFile implements Descriptor {

    /** The most that one read gives: a guest that wants more asks again. */
    static final int MAX_READ_BYTES = 1 << 20;

    private final FileChannel channel;
    private final DirectoryHandle parent;
    private final List<String> names;
    private final String name;
    private final FileStat opened;
    private final Set<DescriptorFlag> flags;
    private final Sandbox sandbox;
    private final Quota quota;
    private final References references = new References();

    /**
     * @param parent a hold of the directory that the file was opened in, for its attributes
     * @param names from the sandbox's root to that directory
     */
    SandboxedFile(
            FileChannel channel,
            DirectoryHandle parent,
            List<String> names,
            String name,
            FileStat opened,
            Set<DescriptorFlag> flags,
            Sandbox sandbox) {
        this.channel = channel;
        this.parent = parent;
        this.names = names;
        this.name = name;
        this.opened = opened;
        this.flags = EnumSet.copyOf(flags);
        this.sandbox = sandbox;
        this.quota = sandbox.quota();
        quota.opened(opened.key());
    }

    /** One more user, who closes it too. */
    SandboxedFile share() {
        references.add();
        return this;
    }

    @Override
    public Set<DescriptorFlag> flags() {
        return EnumSet.copyOf(flags);
    }

    @Override
    public FileStat stat() throws FileError {
        BasicFileAttributes now = parent.attributes(name);
        if (now != null && opened.isSameObject(FileStat.of(now))) {
            return sandbox.detailed(FileStat.of(now), names, name);
        }
        // Renamed or removed since; the JDK knows no attributes of an open file but its size.
        return opened.withSize(size());
    }

    long size() throws FileError {
        try {
            return channel.size();
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** Sets the times that are given. */
    void touch(@Nullable FileTime accessed, @Nullable FileTime modified) throws FileError {
        requireGranted();
        BasicFileAttributes now = parent.attributes(name);
        if (now == null || !opened.isSameObject(FileStat.of(now))) {
            throw new FileError(ErrorCode.UNSUPPORTED);
        }
        sandbox.touch(parent, name, accessed, modified);
    }

    void requireReadable() throws FileError {
        if (!flags.contains(DescriptorFlag.READ)) {
            throw new FileError(ErrorCode.BAD_DESCRIPTOR);
        }
    }

    /** Whatever the file was opened for, native engines ask for the grant first. */
    private void requireGranted() throws FileError {
        if (!sandbox.writable()) {
            throw new FileError(ErrorCode.NOT_PERMITTED);
        }
    }

    void requireWritable() throws FileError {
        requireGranted();
        if (!flags.contains(DescriptorFlag.WRITE)) {
            throw new FileError(ErrorCode.BAD_DESCRIPTOR);
        }
    }

    /**
     * Reads at {@code offset}, at most {@link #MAX_READ_BYTES}; nothing at the end of the file.
     *
     * @param length unsigned
     * @param offset unsigned
     */
    byte[] read(long length, long offset) throws FileError {
        requireReadable();
        requireOffset(offset);
        boolean isLong = length < 0 || length > MAX_READ_BYTES;
        long left = Math.max(0, size() - offset);
        // A file of /proc states a size of zero and has content all the same.
        long most = Math.min(isLong ? MAX_READ_BYTES : length, left == 0 ? 4096 : left);
        ByteBuffer buffer = ByteBuffer.allocate((int) most);
        try {
            int count = Math.max(0, most == 0 ? 0 : channel.read(buffer, offset));
            return count == most ? buffer.array() : Arrays.copyOf(buffer.array(), count);
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** Writes all of {@code bytes} at {@code offset}, a gap before it becoming zeros. */
    void write(byte[] bytes, long offset) throws FileError {
        requireWritable();
        requireOffset(offset);
        if (offset > Long.MAX_VALUE - bytes.length) {
            throw new FileError(ErrorCode.FILE_TOO_LARGE);
        }
        if (bytes.length > 0) {
            quota.take(Math.max(0, offset + bytes.length - size()));
            put(ByteBuffer.wrap(bytes), offset);
        }
    }

    private void put(ByteBuffer buffer, long offset) throws FileError {
        long position = offset;
        try {
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    /** Cuts the file, or grows it by zeros. */
    void resize(long size) throws FileError {
        requireGranted();
        if (!flags.contains(DescriptorFlag.WRITE)) {
            // What the system says of a file that is open to be read.
            throw new FileError(ErrorCode.INVALID);
        }
        requireOffset(size);
        long before = size();
        if (size > before) {
            quota.take(size - before);
            put(ByteBuffer.allocate(1), size - 1);
            return;
        }
        try {
            channel.truncate(size);
        } catch (IOException e) {
            throw FileError.of(e);
        }
        quota.giveBack(before - size);
    }

    /** Writes to the disk what was written to the file; without effect on one that is only read. */
    void sync(boolean withMetadata) throws FileError {
        if (!flags.contains(DescriptorFlag.WRITE)) {
            return;
        }
        try {
            channel.force(withMetadata);
        } catch (IOException e) {
            throw FileError.of(e);
        }
    }

    private static void requireOffset(long offset) throws FileError {
        if (offset < 0) {
            throw new FileError(ErrorCode.INVALID);
        }
    }

    @Override
    public void close() {
        if (references.remove()) {
            sandbox.openFiles().giveBack();
            try {
                quota.closed(opened.key(), channel.isOpen() ? channel.size() : 0);
                channel.close();
            } catch (IOException e) {
                throw new HostException(
                        Trouble.SANDBOX, "A file that a plugin had opened cannot be closed.", e);
            } finally {
                parent.close();
            }
        }
    }
}

package dev.tamias.manager;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file of a {@link FailingFileSystem}; a write that fails leaves half of its bytes. */
final class FailingChannel extends FileChannel {

    private final FailingFileSystem system;
    private final FileChannel channel;

    FailingChannel(FailingFileSystem system, FileChannel channel) {
        this.system = system;
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        system.step("read");
        return channel.read(to);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        try {
            system.step("write");
        } catch (IOException e) {
            channel.write(from.slice(from.position(), from.remaining() / 2));
            throw e;
        }
        return channel.write(from);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        system.step("force");
        channel.force(metaData);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        system.step("lock");
        return channel.lock(position, size, shared);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        channel.close();
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer to, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}

package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What comes from the other end of a connection. Reading never waits. */
public final class TcpInput implements Awaitable, AutoCloseable {

    private static final int MAX_READ_BYTES = 64 << 10;

    /** What is taken from the system to find out whether something is there. */
    private static final int TASTE_BYTES = 1 << 10;

    private final SharedChannel shared;
    private final SocketChannel channel;
    private byte[] ahead = new byte[0];
    private @Nullable NetworkError failure;
    private boolean ended;
    private boolean closed;
    private boolean released;

    TcpInput(SharedChannel shared, SocketChannel channel) {
        this.shared = shared.share();
        this.channel = channel;
    }

    /**
     * Reads what is there.
     *
     * @return at most {@code length} bytes; none where nothing is there yet; null at the end and after a
     *     failure
     */
    public byte @Nullable [] read(int length) throws NetworkError {
        if (closed) {
            return null;
        }
        if (length == 0) {
            return new byte[0];
        }
        byte[] bytes = ahead;
        if (ahead.length > length) {
            bytes = Arrays.copyOf(ahead, length);
            ahead = Arrays.copyOfRange(ahead, length, ahead.length);
            return bytes;
        }
        ahead = new byte[0];
        byte[] more = receive(Math.min(length, MAX_READ_BYTES) - bytes.length);
        if (more.length > 0) {
            int start = bytes.length;
            bytes = Arrays.copyOf(bytes, start + more.length);
            System.arraycopy(more, 0, bytes, start, more.length);
        }
        return bytes.length > 0 ? bytes : end();
    }

    /** Tells a failure once, and the end from then on. */
    private byte @Nullable [] end() throws NetworkError {
        NetworkError told = failure;
        closed = ended || told != null;
        if (told != null) {
            throw told;
        }
        return closed ? null : new byte[0];
    }

    private byte[] receive(int length) {
        if (length <= 0 || ended || failure != null) {
            return new byte[0];
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            ended = channel.read(buffer) < 0;
        } catch (IOException e) {
            failure = NetworkError.of(e);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public boolean isReady() {
        if (closed || ended || failure != null || ahead.length > 0) {
            return true;
        }
        ahead = receive(TASTE_BYTES);
        return ended || failure != null || ahead.length > 0;
    }

    @Override
    public void wakeBy(Wait wait) {
        wait.on(channel, SelectionKey.OP_READ);
    }

    /** Takes no more; what was received is dropped. */
    void shutdown() {
        closed = true;
        ahead = new byte[0];
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            // There is no connection any more.
        }
    }

    @Override
    public void close() {
        if (!released) {
            released = true;
            shutdown();
            shared.release();
        }
    }
}

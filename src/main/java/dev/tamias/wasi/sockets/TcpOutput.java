package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * What goes to the other end of a connection. Writing never waits: what the system does not take is
 * held, one write at most, and goes out while the guest waits for something.
 */
public final class TcpOutput implements Awaitable, AutoCloseable {

    /** What one write may have. */
    public static final int PERMIT_BYTES = 64 << 10;

    private final Network network;
    private final SharedChannel shared;
    private final SocketChannel channel;
    private @Nullable ByteBuffer pending;
    private @Nullable NetworkError failure;
    private boolean closed;
    private boolean dropped;
    private boolean released;

    TcpOutput(Network network, SharedChannel shared, SocketChannel channel) {
        this.network = network;
        this.shared = shared.share();
        this.channel = channel;
    }

    SocketChannel channel() {
        return channel;
    }

    /**
     * How many bytes may be written now.
     *
     * @return 0 as long as an earlier write is held; -1 where no more may be written
     * @throws NetworkError a failure of an earlier write, once
     */
    public int permit() throws NetworkError {
        send();
        NetworkError told = failure;
        failure = null;
        if (told != null) {
            throw told;
        }
        if (closed) {
            return -1;
        }
        return pending == null ? PERMIT_BYTES : 0;
    }

    /** Writes, after {@link #permit} has allowed as many bytes. */
    public void write(byte[] bytes) throws NetworkError {
        if (bytes.length > 0) {
            pending = ByteBuffer.wrap(bytes);
        }
        permit();
        if (pending != null) {
            network.unsent(this);
        }
    }

    private void send() {
        ByteBuffer bytes = pending;
        if (bytes == null) {
            return;
        }
        try {
            channel.write(bytes);
        } catch (IOException e) {
            bytes.position(bytes.limit());
            if (!closed && !NetworkError.isBrokenPipe(e)) {
                failure = NetworkError.of(e);
            }
            closed = true;
        }
        if (!bytes.hasRemaining()) {
            pending = null;
            finish();
        }
    }

    /** Goes on with what is held. */
    void sendOn() {
        send();
        if (pending != null) {
            network.unsent(this);
        }
    }

    /** Says the other end that nothing follows, once all is sent that was written. */
    private void finish() {
        if (!closed || pending != null) {
            return;
        }
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            // There is no connection any more.
        }
        if (dropped && !released) {
            released = true;
            shared.release();
        }
    }

    @Override
    public boolean isReady() {
        send();
        return closed || pending == null;
    }

    @Override
    public void wakeBy(Wait wait) {
        wait.on(channel, SelectionKey.OP_WRITE);
    }

    /** Takes no more. */
    void shutdown() {
        closed = true;
        finish();
    }

    /** Drops what could not be sent. */
    void giveUp() {
        pending = null;
        finish();
    }

    @Override
    public void close() {
        dropped = true;
        shutdown();
    }
}

package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a UDP socket receives (wasi:sockets/udp, {@code incoming-datagram-stream}). */
public final class IncomingDatagrams implements Awaitable, AutoCloseable {

    static final int LARGEST_DATAGRAM = 0xffff;
    private static final int MOST_DATAGRAMS = 16;
    private static final int MOST_BYTES = 64 << 10;

    /** How many of strangers are dropped before an interrupt is looked for again. */
    private static final int MOST_DROPPED = 64;

    private final UdpSocket socket;
    private final DatagramChannel channel;
    private final SharedChannel shared;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
    private @Nullable Datagram first;
    private @Nullable NetworkError failure;
    private boolean closed;

    IncomingDatagrams(UdpSocket socket, DatagramChannel channel, SharedChannel shared) {
        this.socket = socket;
        this.channel = channel;
        this.shared = shared.share();
    }

    /**
     * What is there, at most {@code most} datagrams, unsigned; none where nothing is there.
     *
     * @throws NetworkError a failure, where no datagram came before it
     */
    public List<Datagram> receive(long most) throws NetworkError {
        long count = most < 0 ? MOST_DATAGRAMS : Math.min(most, MOST_DATAGRAMS);
        List<Datagram> received = new ArrayList<>();
        int bytes = 0;
        while (received.size() < count && bytes < MOST_BYTES && isReady()) {
            Datagram next = first;
            if (next == null) {
                break;
            }
            first = null;
            bytes += next.data().length;
            received.add(next);
        }
        NetworkError told = failure;
        if (told != null && received.isEmpty() && count > 0) {
            failure = null;
            throw told;
        }
        return received;
    }

    @Override
    public boolean isReady() {
        int dropped = 0;
        if (first == null && failure == null) {
            first = socket.early();
        }
        while (!closed && first == null && failure == null) {
            if (dropped++ > MOST_DROPPED) {
                return false;
            }
            buffer.clear();
            try {
                InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer);
                if (sender == null) {
                    return false;
                }
                if (socket.hears(sender)) {
                    byte[] data = Arrays.copyOf(buffer.array(), buffer.position());
                    first = new Datagram(data, sender);
                }
            } catch (IOException e) {
                failure = NetworkError.of(e);
            }
        }
        return true;
    }

    @Override
    public void wakeBy(Wait wait) {
        wait.on(channel, SelectionKey.OP_READ);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            socket.streamDropped();
            shared.release();
        }
    }
}

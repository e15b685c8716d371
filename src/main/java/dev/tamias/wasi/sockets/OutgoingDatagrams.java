package dev.tamias.wasi.sockets;

import dev.tamias.engine.Rule;
import dev.tamias.engine.Trap;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a UDP socket sends (wasi:sockets/udp, {@code outgoing-datagram-stream}). A datagram that the
 * system does not take at once is held, and no other is permitted before it is gone.
 */
public final class OutgoingDatagrams implements Awaitable, AutoCloseable {

    private static final int LARGEST_DATAGRAM = 0xffff;
    private static final int MOST_DATAGRAMS = 16;

    private final UdpSocket socket;
    private final DatagramChannel channel;
    private final SharedChannel shared;
    private @Nullable Datagram pending;
    private @Nullable NetworkError failure;
    private int permitted;
    private boolean closed;

    OutgoingDatagrams(UdpSocket socket, DatagramChannel channel, SharedChannel shared) {
        this.socket = socket;
        this.channel = channel;
        this.shared = shared.share();
    }

    /** How many datagrams the next {@link #send} may have. */
    public int permit() throws NetworkError {
        boolean isReady = isReady();
        NetworkError told = failure;
        failure = null;
        if (told != null) {
            throw told;
        }
        permitted = isReady ? MOST_DATAGRAMS : 0;
        return permitted;
    }

    /**
     * Sends datagrams one after the other up to the first failure, which is told where it is the first
     * datagram's.
     *
     * @return how many were sent, or are held
     * @throws Trap where there are more than were permitted
     */
    public int send(List<Datagram> datagrams) throws NetworkError {
        if (datagrams.isEmpty()) {
            return 0;
        }
        Rule.trapIf(
                datagrams.size() > permitted,
                datagrams.size() + " datagrams are sent where " + permitted + " are permitted");
        permitted = 0;
        int sent = 0;
        for (Datagram each : datagrams) {
            try {
                if (pending != null) {
                    break;
                }
                send(each);
                sent++;
            } catch (NetworkError e) {
                if (sent == 0) {
                    throw e;
                }
                break;
            }
        }
        return sent;
    }

    private void send(Datagram datagram) throws NetworkError {
        if (datagram.data().length > LARGEST_DATAGRAM) {
            throw NetworkErrorCode.DATAGRAM_TOO_LARGE.error();
        }
        InetSocketAddress to = socket.checked(datagram);
        ByteBuffer bytes = ByteBuffer.wrap(datagram.data());
        try {
            if (to == null && !bytes.hasRemaining()) {
                socket.sendEmpty();
            } else if (to == null) {
                channel.write(bytes);
            } else {
                channel.send(bytes, to);
            }
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
        pending = bytes.hasRemaining() ? datagram : null;
    }

    @Override
    public boolean isReady() {
        Datagram next = pending;
        if (next != null && !closed) {
            try {
                send(next);
            } catch (NetworkError e) {
                pending = null;
                failure = e;
            }
        }
        return closed || pending == null;
    }

    @Override
    public void wakeBy(Wait wait) {
        wait.on(channel, SelectionKey.OP_WRITE);
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

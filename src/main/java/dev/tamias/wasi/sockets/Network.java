package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one guest has of the network. All of its sockets are non-blocking, and it waits for any of them
 * on its own thread in {@link #await}: there is no thread for a socket or a stream. One thread at a time
 * uses it.
 */
public final class Network implements AutoCloseable {

    private final NetworkGrant grant;
    private final SocketCount count;
    private final Set<TcpOutput> unsent = new LinkedHashSet<>();
    private @Nullable Wait wait;
    private final AtomicInteger lookups = new AtomicInteger();

    public Network(NetworkGrant grant, SocketCount count) {
        this.grant = grant;
        this.count = count;
    }

    /**
     * A new TCP socket.
     *
     * @throws NetworkError access-denied where no address may be used by TCP, not-supported where the
     *     machine does not have the family
     */
    public TcpSocket tcpSocket(AddressFamily family) throws NetworkError {
        checkAny(NetworkUse.TCP_CONNECT, NetworkUse.TCP_LISTEN);
        SocketChannel channel = open(() -> SocketChannel.open(family.protocol()));
        return TcpSocket.unbound(this, family, channel);
    }

    /** A new UDP socket; errors as of {@link #tcpSocket}. */
    public UdpSocket udpSocket(AddressFamily family) throws NetworkError {
        checkAny(NetworkUse.UDP_SEND, NetworkUse.UDP_LISTEN);
        DatagramChannel channel = open(() -> DatagramChannel.open(family.protocol()));
        return new UdpSocket(this, family, channel);
    }

    /**
     * Begins to look a name up.
     *
     * @throws NetworkError access-denied where that name is not granted, invalid-argument where it is
     *     none
     */
    public NameLookup lookup(String name) throws NetworkError {
        return NameLookup.start(this, name);
    }

    /** Opens a channel, which is counted. */
    private interface Opening<C> {
        C open() throws IOException;
    }

    private <C extends SelectableChannel> C open(Opening<C> opening) throws NetworkError {
        count.take();
        boolean opened = false;
        try {
            C channel = opening.open();
            opened = true;
            return channel;
        } catch (UnsupportedOperationException e) {
            throw NetworkErrorCode.NOT_SUPPORTED.error();
        } catch (IOException e) {
            throw NetworkError.of(e);
        } finally {
            if (!opened) {
                count.giveBack();
            }
        }
    }

    private void checkAny(NetworkUse one, NetworkUse other) throws NetworkError {
        if (!grant.allowsAny(one) && !grant.allowsAny(other)) {
            throw NetworkErrorCode.ACCESS_DENIED.error();
        }
    }

    NetworkGrant grant() {
        return grant;
    }

    /** Refuses what is not granted. */
    void check(NetworkUse use, InetSocketAddress address) throws NetworkError {
        if (!grant.allows(use, address)) {
            throw NetworkErrorCode.ACCESS_DENIED.error();
        }
    }

    /**
     * Counts a connection that somebody else made; a guest is not ended for that.
     *
     * @throws NetworkError new-socket-limit
     */
    void takeAccepted() throws NetworkError {
        if (!count.tryTake()) {
            throw NetworkErrorCode.NEW_SOCKET_LIMIT.error();
        }
    }

    /** Closes a channel that was counted. */
    void close(SelectableChannel channel) {
        count.giveBack();
        closeUncounted(channel);
    }

    /** Closes a channel. */
    void closeUncounted(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The system has taken it back all the same.
        }
        if (wait != null) {
            wait.forgetClosed();
        }
    }

    /** Where this guest waits. */
    Wait waiting() {
        if (wait == null) {
            try {
                wait = new Wait();
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
        return wait;
    }

    /** Adds what could not be sent at once; it goes out while the guest waits for something. */
    void unsent(TcpOutput output) {
        unsent.add(output);
    }

    /** Whether something is held that could not be sent at once. */
    public boolean hasUnsent() {
        return !unsent.isEmpty();
    }

    /** How many look-ups of this guest run. */
    AtomicInteger lookups() {
        return lookups;
    }

    /**
     * Waits until one of {@code all} may be ready, or something else happened: the caller asks again.
     *
     * @param nanos at most; {@code Long.MAX_VALUE} stands for ever
     * @throws InterruptedException where this thread is interrupted
     */
    public void await(Collection<? extends Awaitable> all, long nanos) throws InterruptedException {
        Wait now = waiting();
        now.begin();
        all.forEach(each -> each.wakeBy(now));
        unsent.forEach(each -> now.on(each.channel(), SelectionKey.OP_WRITE));
        now.select(nanos);
        sendOn();
    }

    /** Goes on sending what is held. */
    public void sendOn() {
        if (unsent.isEmpty()) {
            return;
        }
        List<TcpOutput> all = new ArrayList<>(unsent);
        unsent.clear();
        // Those that are not done add themselves again.
        all.forEach(TcpOutput::sendOn);
    }

    /** Gives up what is unsent, and lets go of the rest; the sockets are closed before. */
    @Override
    public void close() {
        List<TcpOutput> all = new ArrayList<>(unsent);
        unsent.clear();
        all.forEach(TcpOutput::giveUp);
        if (wait != null) {
            wait.close();
        }
    }
}

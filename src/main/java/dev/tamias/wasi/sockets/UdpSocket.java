package dev.tamias.wasi.sockets;

import dev.tamias.engine.Rule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A UDP socket (wasi:sockets/udp, {@code udp-socket}). */
public final class UdpSocket implements AutoCloseable {

    private enum State {
        UNBOUND,
        BINDING,
        BOUND
    }

    /** How many datagrams that came before a socket was connected are looked at. */
    private static final int MOST_KEPT = 64;

    private final Network network;
    private final AddressFamily family;
    private final DatagramChannel channel;
    private final SharedChannel shared;
    private State state = State.UNBOUND;
    private final Queue<Datagram> early = new ArrayDeque<>();
    private boolean servesAll;
    private boolean closed;
    private int streams;
    private @Nullable InetSocketAddress wanted;
    private @Nullable InetSocketAddress remote;

    UdpSocket(Network network, AddressFamily family, DatagramChannel channel) throws NetworkError {
        this.network = network;
        this.family = family;
        this.channel = channel;
        try {
            this.shared = new SharedChannel(network, channel);
        } catch (IOException e) {
            network.close(channel);
            throw NetworkError.of(e);
        }
    }

    /** The first step of binding to {@code address}. */
    public void startBind(InetSocketAddress address) throws NetworkError {
        if (state == State.BINDING) {
            throw NetworkErrorCode.CONCURRENCY_CONFLICT.error();
        }
        if (state == State.BOUND) {
            throw NetworkErrorCode.INVALID_STATE.error();
        }
        if (!family.has(address.getAddress())) {
            throw NetworkErrorCode.INVALID_ARGUMENT.error();
        }
        servesAll = network.grant().allows(NetworkUse.UDP_LISTEN, address);
        // Without it the socket has a port that the system chooses, and hears those it may send to.
        if (!servesAll && address.getPort() != 0) {
            throw NetworkErrorCode.ACCESS_DENIED.error();
        }
        wanted = address;
        state = State.BINDING;
    }

    /** The second step of binding. */
    public void finishBind() throws NetworkError {
        if (state != State.BINDING) {
            throw NetworkErrorCode.NOT_IN_PROGRESS.error();
        }
        state = State.UNBOUND;
        try {
            channel.bind(wanted);
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
        state = State.BOUND;
    }

    /**
     * Connects the socket, or lets it be used for any address; {@link #incoming} and {@link #outgoing}
     * follow. The streams of an earlier call are dropped before, else this traps.
     *
     * @param address the only one that datagrams are exchanged with; null for any
     */
    public void stream(@Nullable InetSocketAddress address) throws NetworkError {
        if (state != State.BOUND) {
            throw NetworkErrorCode.INVALID_STATE.error();
        }
        Rule.trapIf(streams > 0, "the datagram streams of before are not dropped yet");
        if (address != null) {
            family.checkRemote(address);
            network.check(NetworkUse.UDP_SEND, address);
        }
        try {
            channel.disconnect();
            remote = null;
            if (address != null) {
                keepThoseOf(address);
                channel.connect(address);
                remote = address;
            }
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
    }

    /** The JDK drops what was received before a channel is connected, also of whom it connects to. */
    private void keepThoseOf(InetSocketAddress address) throws IOException {
        early.removeIf(each -> !address.equals(each.remote()));
        ByteBuffer buffer = ByteBuffer.allocate(IncomingDatagrams.LARGEST_DATAGRAM);
        for (int i = 0; i < MOST_KEPT; i++) {
            InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer.clear());
            if (sender == null) {
                return;
            }
            if (sender.equals(address)) {
                early.add(new Datagram(Arrays.copyOf(buffer.array(), buffer.position()), sender));
            }
        }
    }

    /** What was received before the socket was connected; null where nothing was. */
    @Nullable Datagram early() {
        return early.poll();
    }

    /** Sends an empty datagram to whom the socket is connected to, which the JDK does not do. */
    void sendEmpty() throws IOException {
        InetSocketAddress to = remote;
        if (to != null) {
            channel.disconnect();
            try {
                channel.send(ByteBuffer.allocate(0), to);
            } finally {
                keepThoseOf(to);
                channel.connect(to);
            }
        }
    }

    /** What is received from now on. */
    public IncomingDatagrams incoming() {
        streams++;
        return new IncomingDatagrams(this, channel, shared);
    }

    /** What is sent from now on. */
    public OutgoingDatagrams outgoing() {
        streams++;
        return new OutgoingDatagrams(this, channel, shared);
    }

    /** A stream was dropped. */
    void streamDropped() {
        streams--;
    }

    /** Whether a datagram of {@code sender} is for this guest. */
    boolean hears(InetSocketAddress sender) {
        return family.has(sender.getAddress())
                && (servesAll || network.grant().allows(NetworkUse.UDP_SEND, sender));
    }

    /**
     * Checks a datagram that is to be sent.
     *
     * @return whom to; null for whom the channel is connected to
     */
    @Nullable InetSocketAddress checked(Datagram datagram) throws NetworkError {
        InetSocketAddress to = datagram.remote() == null ? remote : datagram.remote();
        if (to == null || remote != null && !remote.equals(to)) {
            throw NetworkErrorCode.INVALID_ARGUMENT.error();
        }
        family.checkRemote(to);
        network.check(NetworkUse.UDP_SEND, to);
        return remote == null ? to : null;
    }

    /** The address that it is bound to. */
    public InetSocketAddress localAddress() throws NetworkError {
        if (state != State.BOUND) {
            throw NetworkErrorCode.INVALID_STATE.error();
        }
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
    }

    /** The only address that datagrams are exchanged with. */
    public InetSocketAddress remoteAddress() throws NetworkError {
        InetSocketAddress address = remote;
        if (address == null) {
            throw NetworkErrorCode.INVALID_STATE.error();
        }
        return address;
    }

    public AddressFamily family() {
        return family;
    }

    public long receiveBufferSize() throws NetworkError {
        return get(StandardSocketOptions.SO_RCVBUF);
    }

    /** @param value unsigned, clamped */
    public void receiveBufferSize(long value) throws NetworkError {
        set(StandardSocketOptions.SO_RCVBUF, TcpOptions.bufferSize(value));
    }

    public long sendBufferSize() throws NetworkError {
        return get(StandardSocketOptions.SO_SNDBUF);
    }

    /** @param value unsigned, clamped */
    public void sendBufferSize(long value) throws NetworkError {
        set(StandardSocketOptions.SO_SNDBUF, TcpOptions.bufferSize(value));
    }

    private int get(SocketOption<Integer> option) throws NetworkError {
        try {
            return channel.getOption(option);
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
    }

    private void set(SocketOption<Integer> option, int value) throws NetworkError {
        try {
            channel.setOption(option, value);
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            shared.release();
        }
    }
}

package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A TCP socket (wasi:sockets/tcp, {@code tcp-socket}). Operations of two steps check what they are
 * given in the first and tell the system's answer in the second.
 */
public final class TcpSocket implements Awaitable, AutoCloseable {

    private enum State {
        UNBOUND,
        BINDING,
        BOUND,
        CONNECTING,
        CONNECTED,
        STARTING_TO_LISTEN,
        LISTENING,
        FAILED
    }

    private static final int DEFAULT_BACKLOG = 128;

    private final Network network;
    private final AddressFamily family;
    private final SocketChannel channel;
    private final SharedChannel shared;
    private final TcpOptions options;
    private State state;
    private int backlog = DEFAULT_BACKLOG;
    private boolean mayListen;
    private boolean wasBound;
    private boolean closed;
    private @Nullable InetSocketAddress wanted;
    private @Nullable NetworkError failure;
    private @Nullable TcpListener listener;
    private @Nullable TcpInput input;
    private @Nullable TcpOutput output;

    private TcpSocket(
            Network network,
            AddressFamily family,
            SocketChannel channel,
            SharedChannel shared,
            TcpOptions options,
            State state) {
        this.network = network;
        this.family = family;
        this.channel = channel;
        this.shared = shared;
        this.options = options;
        this.state = state;
    }

    static TcpSocket unbound(Network network, AddressFamily family, SocketChannel channel)
            throws NetworkError {
        return new TcpSocket(
                network,
                family,
                channel,
                shared(network, channel),
                new TcpOptions(channel),
                State.UNBOUND);
    }

    private static SharedChannel shared(Network network, SocketChannel channel)
            throws NetworkError {
        try {
            return new SharedChannel(network, channel);
        } catch (IOException e) {
            network.close(channel);
            throw NetworkError.of(e);
        }
    }

    private void checkIdle() throws NetworkError {
        if (state == State.BINDING
                || state == State.CONNECTING
                || state == State.STARTING_TO_LISTEN) {
            throw NetworkErrorCode.CONCURRENCY_CONFLICT.error();
        }
    }

    private void check(State... allowed) throws NetworkError {
        for (State each : allowed) {
            if (state == each) {
                return;
            }
        }
        throw NetworkErrorCode.INVALID_STATE.error();
    }

    /** The first step of binding to {@code address}. */
    public void startBind(InetSocketAddress address) throws NetworkError {
        checkIdle();
        check(State.UNBOUND);
        family.checkLocal(address);
        mayListen = network.grant().allows(NetworkUse.TCP_LISTEN, address);
        // A port that the system chooses is what each connection gets.
        if (!mayListen && address.getPort() != 0) {
            throw NetworkErrorCode.ACCESS_DENIED.error();
        }
        wanted = address;
        state = State.BINDING;
    }

    /** The second step of binding. */
    public void finishBind() throws NetworkError {
        checkInProgress(State.BINDING);
        state = State.UNBOUND;
        try {
            // A port is not kept by connections that have ended: they wait for a minute or two.
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(wanted);
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
        wasBound = true;
        state = State.BOUND;
    }

    private void checkInProgress(State wanted) throws NetworkError {
        if (state != wanted) {
            throw NetworkErrorCode.NOT_IN_PROGRESS.error();
        }
    }

    /** The first step of connecting. */
    public void startConnect(InetSocketAddress address) throws NetworkError {
        checkIdle();
        check(State.UNBOUND, State.BOUND);
        family.checkPeer(address);
        network.check(NetworkUse.TCP_CONNECT, address);
        state = State.CONNECTING;
        try {
            channel.connect(address);
        } catch (IOException e) {
            failure = NetworkError.of(e);
        }
    }

    /** The second step of connecting; {@link #input} and {@link #output} are there after it. */
    public void finishConnect() throws NetworkError {
        checkInProgress(State.CONNECTING);
        if (!isConnected()) {
            throw NetworkErrorCode.WOULD_BLOCK.error();
        }
        NetworkError told = failure;
        if (told != null) {
            state = State.FAILED;
            throw told;
        }
        connected();
    }

    /** Whether the system has answered. */
    private boolean isConnected() {
        if (failure == null) {
            try {
                return channel.finishConnect();
            } catch (IOException e) {
                failure = NetworkError.of(e);
            }
        }
        return true;
    }

    private void connected() {
        state = State.CONNECTED;
        input = new TcpInput(shared, channel);
        output = new TcpOutput(network, shared, channel);
    }

    /** What comes from the other end. */
    public TcpInput input() {
        if (input == null) {
            throw new IllegalStateException("not connected");
        }
        return input;
    }

    /** What goes to the other end. */
    public TcpOutput output() {
        if (output == null) {
            throw new IllegalStateException("not connected");
        }
        return output;
    }

    /** The first step of listening. */
    public void startListen() throws NetworkError {
        checkIdle();
        check(State.BOUND);
        if (!mayListen) {
            throw NetworkErrorCode.ACCESS_DENIED.error();
        }
        state = State.STARTING_TO_LISTEN;
    }

    /** The second step of listening. */
    public void finishListen() throws NetworkError {
        checkInProgress(State.STARTING_TO_LISTEN);
        state = State.FAILED;
        try {
            options.keep();
            listener = TcpListener.inPlaceOf(channel, network, family, backlog);
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
        shared.replace(listener.server());
        state = State.LISTENING;
    }

    /** The connection that came first. */
    public TcpConnection accept() throws NetworkError {
        TcpListener from = listener;
        if (from == null) {
            throw NetworkErrorCode.INVALID_STATE.error();
        }
        SocketChannel accepted = from.accept();
        TcpSocket socket =
                new TcpSocket(
                        network,
                        family,
                        accepted,
                        shared(network, accepted),
                        options.inheritedBy(accepted),
                        State.CONNECTED);
        socket.wasBound = true;
        socket.connected();
        return new TcpConnection(socket, socket.input(), socket.output());
    }

    /** The address that it is bound to. */
    public InetSocketAddress localAddress() throws NetworkError {
        TcpListener from = listener;
        if (state == State.CONNECTING || from == null && !wasBound) {
            check(State.CONNECTED);
        }
        try {
            return address(
                    from == null ? channel.getLocalAddress() : from.server().getLocalAddress());
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
    }

    /** The address that it is connected to. */
    public InetSocketAddress remoteAddress() throws NetworkError {
        check(State.CONNECTED);
        try {
            return address(channel.getRemoteAddress());
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
    }

    private static InetSocketAddress address(@Nullable SocketAddress address) throws NetworkError {
        if (address instanceof InetSocketAddress ours) {
            return ours;
        }
        throw NetworkErrorCode.INVALID_STATE.error();
    }

    public boolean isListening() {
        return state == State.LISTENING;
    }

    public AddressFamily family() {
        return family;
    }

    /** How many connections may wait to be accepted; unsigned, clamped. */
    public void backlog(long value) throws NetworkError {
        int size = TcpOptions.bufferSize(value);
        if (state == State.LISTENING) {
            throw NetworkErrorCode.NOT_SUPPORTED.error();
        }
        check(State.UNBOUND, State.BINDING, State.BOUND, State.STARTING_TO_LISTEN);
        backlog = size;
    }

    /** The options. */
    public TcpOptions options() throws NetworkError {
        if (state == State.FAILED) {
            throw NetworkErrorCode.INVALID_STATE.error();
        }
        return options;
    }

    /** Ends one direction of the connection, or both; what was written before is still sent. */
    public void shutdown(Shutdown kind) throws NetworkError {
        check(State.CONNECTED);
        if (kind != Shutdown.SEND) {
            input().shutdown();
        }
        if (kind != Shutdown.RECEIVE) {
            output().shutdown();
        }
    }

    @Override
    public boolean isReady() {
        if (closed) {
            return true;
        }
        if (state == State.CONNECTING) {
            return isConnected();
        }
        return listener == null || listener.isReady();
    }

    @Override
    public void wakeBy(Wait wait) {
        if (listener != null) {
            listener.wakeBy(wait);
        } else {
            wait.on(channel, SelectionKey.OP_CONNECT);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (listener != null) {
            listener.close();
        }
        shared.release();
    }
}

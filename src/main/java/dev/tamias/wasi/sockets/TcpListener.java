package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A socket that listens, and the connection that came first. */
final class TcpListener implements Awaitable {

    /** How many of another family are dropped before an interrupt is looked for again. */
    private static final int MOST_DROPPED = 64;

    private final Network network;
    private final AddressFamily family;
    private final ServerSocketChannel server;
    private @Nullable SocketChannel first;
    private @Nullable NetworkError failure;

    private TcpListener(Network network, AddressFamily family, ServerSocketChannel server) {
        this.network = network;
        this.family = family;
        this.server = server;
    }

    /**
     * Listens where {@code bound} is bound, which is closed: the JDK has another kind of channel for
     * listening. The new one is bound beside it where the system allows that, so that nobody else can
     * get the port in between.
     */
    static TcpListener inPlaceOf(
            SocketChannel bound, Network network, AddressFamily family, int backlog)
            throws IOException {
        InetSocketAddress address = (InetSocketAddress) bound.getLocalAddress();
        ServerSocketChannel server = ServerSocketChannel.open(family.protocol());
        boolean listens = false;
        try {
            server.configureBlocking(false);
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            try {
                server.bind(address, backlog);
            } catch (BindException e) {
                bound.close();
                server.bind(address, backlog);
            }
            listens = true;
        } finally {
            bound.close();
            if (!listens) {
                server.close();
            }
        }
        return new TcpListener(network, family, server);
    }

    ServerSocketChannel server() {
        return server;
    }

    /**
     * The connection that came first.
     *
     * @throws NetworkError would-block where there is none, new-socket-limit where the guest may have
     *     no more
     */
    SocketChannel accept() throws NetworkError {
        boolean isReady = isReady();
        NetworkError told = failure;
        failure = null;
        if (told != null) {
            throw told;
        }
        SocketChannel accepted = first;
        if (!isReady || accepted == null) {
            throw NetworkErrorCode.WOULD_BLOCK.error();
        }
        network.takeAccepted();
        first = null;
        return accepted;
    }

    @Override
    public boolean isReady() {
        int dropped = 0;
        while (first == null && failure == null) {
            if (dropped++ > MOST_DROPPED) {
                return false;
            }
            try {
                SocketChannel accepted = server.accept();
                if (accepted == null) {
                    return false;
                }
                first = ofFamily(accepted);
            } catch (IOException e) {
                failure = NetworkError.of(e);
            }
        }
        return true;
    }

    /** A socket of IPv6 takes connections of IPv4 too, which in WASI it does not. */
    private @Nullable SocketChannel ofFamily(SocketChannel accepted) throws IOException {
        if (accepted.getRemoteAddress() instanceof InetSocketAddress remote
                && family.has(remote.getAddress())) {
            return accepted;
        }
        accepted.close();
        return null;
    }

    @Override
    public void wakeBy(Wait wait) {
        wait.on(server, SelectionKey.OP_ACCEPT);
    }

    /** Closes what nobody accepted. The listening channel itself is its socket's. */
    void close() {
        if (first != null) {
            network.closeUncounted(first);
            first = null;
        }
    }
}

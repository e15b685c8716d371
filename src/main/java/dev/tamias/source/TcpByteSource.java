package dev.tamias.source;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a TCP server sends; {@link #timestamp} is when they were received. The source ends
 * where the server ends the connection. A connection that breaks is an error, after the bytes that were
 * received. With reconnects in its {@link TcpPolicy} the bytes of the next connection follow those of
 * the one before, and the last connection's end counts.
 */
public final class TcpByteSource extends LiveByteSource {

    private final String host;
    private final int port;
    private final TcpPolicy policy;
    private final CompletableFuture<@Nullable Void> connected = new CompletableFuture<>();
    private int reconnects;
    private @Nullable Socket socket;
    private boolean released;

    private TcpByteSource(String host, int port, TcpPolicy policy) {
        super("tcp://" + host + ":" + port, BOUND);
        this.host = host;
        this.port = port;
        this.policy = policy;
    }

    public static TcpByteSource connect(String host, int port) {
        return connect(host, port, TcpPolicy.STANDARD);
    }

    /**
     * Connects to a server and waits until that is done.
     *
     * @throws HostException where there is no such host, or it refuses, or does not answer in time
     * @throws Interrupted where the thread is interrupted meanwhile; its flag is set again
     */
    public static TcpByteSource connect(String host, int port, TcpPolicy policy) {
        if (port < 1 || port > 65_535) {
            throw new HostException(
                    Trouble.INPUT,
                    "Connecting to " + host + ":" + port + ": a port is a number from 1 to 65535.");
        }
        TcpByteSource source = new TcpByteSource(host, port, policy);
        source.start();
        try {
            source.connected.get();
            return source;
        } catch (InterruptedException e) {
            source.close();
            Thread.currentThread().interrupt();
            throw new Interrupted("Connecting to " + source.name() + " was interrupted.", e);
        } catch (ExecutionException e) {
            source.close();
            throw source.failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private HostException failed(Throwable cause) {
        String reason = cause.getMessage();
        if (cause instanceof UnknownHostException) {
            reason = "there is no host of that name";
        } else if (cause instanceof SocketTimeoutException) {
            reason = "no answer in " + policy.timeout().toMillis() + " ms";
        } else if (cause instanceof ConnectException) {
            reason += "; the server may not be running, or listens at another port";
        }
        return new HostException(
                Trouble.INPUT, "Connecting to " + name() + " failed: " + reason + ".", cause);
    }

    @Override
    void receive(ChunkQueue queue) throws IOException, InterruptedException {
        Socket current = first();
        while (current != null) {
            long before = queue.received();
            IOException broken = drain(current, queue);
            if (queue.received() > before) {
                reconnects = 0;
            }
            current = next(queue);
            if (current == null && broken != null) {
                throw broken;
            }
        }
    }

    private @Nullable Socket first() {
        try {
            Socket current = open();
            connected.complete(null);
            return current;
        } catch (IOException | RuntimeException e) {
            connected.completeExceptionally(e);
            return null;
        }
    }

    /** Reads a connection to its end; says how it broke, if it did. */
    private static @Nullable IOException drain(Socket current, ChunkQueue queue)
            throws InterruptedException {
        try (current) {
            queue.fill(current.getInputStream());
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private @Nullable Socket next(ChunkQueue queue) throws InterruptedException {
        while (reconnects < policy.reconnects() && !queue.closed()) {
            reconnects++;
            queue.pause(policy.pause());
            try {
                return open();
            } catch (IOException e) {
                // This attempt counts; the connection's own end is what will be told.
            }
        }
        return null;
    }

    /** Connects to the first of the host's addresses that answers. */
    private Socket open() throws IOException {
        IOException failure = new UnknownHostException(host);
        for (InetAddress address : InetAddress.getAllByName(host)) {
            Socket attempt = hold(new Socket());
            try {
                keepAlive(attempt);
                attempt.connect(new InetSocketAddress(address, port), policy.timeoutMillis());
                return attempt;
            } catch (IOException e) {
                attempt.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** A peer that is gone without a word is noticed after two minutes, not after two hours. */
    private static void keepAlive(Socket attempt) throws IOException {
        attempt.setKeepAlive(true);
        if (attempt.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            attempt.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 60);
            attempt.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 10);
            attempt.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 6);
        }
    }

    private synchronized Socket hold(Socket attempt) throws IOException {
        socket = attempt;
        if (released) {
            attempt.close();
        }
        return attempt;
    }

    @Override
    synchronized void release() {
        released = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new HostException(
                        Trouble.INPUT, "Closing " + name() + " failed: " + e.getMessage() + ".", e);
            }
        }
    }
}

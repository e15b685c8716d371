package dev.tamias.source;

import java.time.Duration;

/**
 * How a {@link TcpByteSource} connects.
 *
 * @param timeout how long a connection may take to come about
 * @param reconnects how often in a row a connection that was lost, or ended by the peer, is tried to be
 *     made again; a byte that comes begins the count anew
 * @param pause how long to wait before each of those
 */
public record TcpPolicy(Duration timeout, int reconnects, Duration pause) {

    /** Ten seconds to connect, and the end of the connection is the end of the source. */
    public static final TcpPolicy STANDARD =
            new TcpPolicy(Duration.ofSeconds(10), 0, Duration.ofSeconds(1));

    public TcpPolicy {
        if (timeout.isNegative() || timeout.isZero() || pause.isNegative() || reconnects < 0) {
            throw new IllegalArgumentException(
                    "a timeout of " + timeout + ", " + reconnects + " reconnects after " + pause);
        }
    }

    public TcpPolicy within(Duration time) {
        return new TcpPolicy(time, reconnects, pause);
    }

    public TcpPolicy reconnect(int attempts, Duration after) {
        return new TcpPolicy(timeout, attempts, after);
    }

    /** As sockets take it: 0 would be for ever. */
    int timeoutMillis() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
    }
}

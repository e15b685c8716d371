package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * The options of a TCP socket, clamped as the interface allows. A listening socket keeps its own by
 * itself, since the JDK gives it few, and each connection that it accepts starts with them.
 */
public final class TcpOptions {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_SECONDS = Short.MAX_VALUE;
    private static final int MOST_PROBES = Byte.MAX_VALUE;

    private static final List<SocketOption<?>> ALL =
            List.of(
                    StandardSocketOptions.SO_KEEPALIVE,
                    ExtendedSocketOptions.TCP_KEEPIDLE,
                    ExtendedSocketOptions.TCP_KEEPINTERVAL,
                    ExtendedSocketOptions.TCP_KEEPCOUNT,
                    StandardSocketOptions.SO_RCVBUF,
                    StandardSocketOptions.SO_SNDBUF);

    private final Map<SocketOption<?>, Object> kept = new LinkedHashMap<>();
    private @Nullable SocketChannel channel;

    TcpOptions(SocketChannel channel) {
        this.channel = channel;
    }

    /** From now on there is no channel to ask: keeps what its options are. */
    void keep() throws IOException {
        SocketChannel asked = channel;
        if (asked == null) {
            return;
        }
        for (SocketOption<?> each : ALL) {
            if (asked.supportedOptions().contains(each)) {
                kept.put(each, asked.getOption(each));
            }
        }
        channel = null;
    }

    /** Gives a connection the options that are kept here. */
    TcpOptions inheritedBy(SocketChannel accepted) {
        TcpOptions options = new TcpOptions(accepted);
        kept.forEach((option, value) -> options.inherit(option, value));
        return options;
    }

    @SuppressWarnings("unchecked")
    private void inherit(SocketOption<?> option, Object value) {
        try {
            set((SocketOption<Object>) option, value);
        } catch (NetworkError e) {
            // The other end may have reset the connection already, which reading it will tell.
        }
    }

    private <T> T get(SocketOption<T> option) throws NetworkError {
        SocketChannel asked = channel;
        try {
            T value =
                    asked == null ? option.type().cast(kept.get(option)) : asked.getOption(option);
            if (value != null) {
                return value;
            }
        } catch (UnsupportedOperationException e) {
            // Said below.
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
        throw NetworkErrorCode.NOT_SUPPORTED.error();
    }

    private <T> void set(SocketOption<T> option, T value) throws NetworkError {
        SocketChannel asked = channel;
        try {
            if (asked != null) {
                asked.setOption(option, value);
            } else if (kept.containsKey(option)) {
                kept.put(option, value);
            } else {
                throw NetworkErrorCode.NOT_SUPPORTED.error();
            }
        } catch (UnsupportedOperationException e) {
            throw NetworkErrorCode.NOT_SUPPORTED.error();
        } catch (IOException e) {
            throw NetworkError.of(e);
        }
    }

    public boolean keepAlive() throws NetworkError {
        return get(StandardSocketOptions.SO_KEEPALIVE);
    }

    public void keepAlive(boolean value) throws NetworkError {
        set(StandardSocketOptions.SO_KEEPALIVE, value);
    }

    /** Nanoseconds. */
    public long keepAliveIdleTime() throws NetworkError {
        return get(ExtendedSocketOptions.TCP_KEEPIDLE) * SECOND;
    }

    /** @param nanos unsigned; clamped to whole seconds that every system takes */
    public void keepAliveIdleTime(long nanos) throws NetworkError {
        set(ExtendedSocketOptions.TCP_KEEPIDLE, seconds(nanos));
    }

    /** Nanoseconds. */
    public long keepAliveInterval() throws NetworkError {
        return get(ExtendedSocketOptions.TCP_KEEPINTERVAL) * SECOND;
    }

    /** @param nanos as of {@link #keepAliveIdleTime(long)} */
    public void keepAliveInterval(long nanos) throws NetworkError {
        set(ExtendedSocketOptions.TCP_KEEPINTERVAL, seconds(nanos));
    }

    /** How many probes go unanswered before the connection is given up. */
    public int keepAliveCount() throws NetworkError {
        return get(ExtendedSocketOptions.TCP_KEEPCOUNT);
    }

    /** @param value unsigned, clamped */
    public void keepAliveCount(long value) throws NetworkError {
        set(ExtendedSocketOptions.TCP_KEEPCOUNT, (int) Math.min(notZero(value), MOST_PROBES));
    }

    public long receiveBufferSize() throws NetworkError {
        return get(StandardSocketOptions.SO_RCVBUF);
    }

    /** @param value unsigned, clamped */
    public void receiveBufferSize(long value) throws NetworkError {
        set(StandardSocketOptions.SO_RCVBUF, bufferSize(value));
    }

    public long sendBufferSize() throws NetworkError {
        return get(StandardSocketOptions.SO_SNDBUF);
    }

    /** @param value unsigned, clamped */
    public void sendBufferSize(long value) throws NetworkError {
        set(StandardSocketOptions.SO_SNDBUF, bufferSize(value));
    }

    private static int seconds(long nanos) throws NetworkError {
        long seconds = Long.divideUnsigned(notZero(nanos), SECOND);
        return (int) Math.max(1, Math.min(seconds, LONGEST_SECONDS));
    }

    /** @param value unsigned */
    static int bufferSize(long value) throws NetworkError {
        long size = notZero(value);
        return size < 0 ? Integer.MAX_VALUE : (int) Math.min(size, Integer.MAX_VALUE);
    }

    private static long notZero(long value) throws NetworkError {
        if (value == 0) {
            throw NetworkErrorCode.INVALID_ARGUMENT.error();
        }
        return value;
    }
}

package dev.tamias.wasi.sockets;

import dev.tamias.engine.Interrupted;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Map;

/** A network operation failed in a way that the guest is told, by a code alone. */
public final class NetworkError extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the C library says where the JDK has no exception type of its own. */
    private static final Map<String, NetworkErrorCode> REASONS =
            Map.ofEntries(
                    Map.entry("Address already in use", NetworkErrorCode.ADDRESS_IN_USE),
                    Map.entry(
                            "Cannot assign requested address",
                            NetworkErrorCode.ADDRESS_NOT_BINDABLE),
                    Map.entry("Permission denied", NetworkErrorCode.ACCESS_DENIED),
                    Map.entry("Operation not permitted", NetworkErrorCode.ACCESS_DENIED),
                    Map.entry("Connection refused", NetworkErrorCode.CONNECTION_REFUSED),
                    Map.entry("Connection timed out", NetworkErrorCode.TIMEOUT),
                    Map.entry("Operation timed out", NetworkErrorCode.TIMEOUT),
                    Map.entry("Connection reset", NetworkErrorCode.CONNECTION_RESET),
                    Map.entry("Connection reset by peer", NetworkErrorCode.CONNECTION_RESET),
                    Map.entry(
                            "Software caused connection abort",
                            NetworkErrorCode.CONNECTION_ABORTED),
                    Map.entry("Network is unreachable", NetworkErrorCode.REMOTE_UNREACHABLE),
                    Map.entry("Network is down", NetworkErrorCode.REMOTE_UNREACHABLE),
                    Map.entry("No route to host", NetworkErrorCode.REMOTE_UNREACHABLE),
                    Map.entry("Host is down", NetworkErrorCode.REMOTE_UNREACHABLE),
                    Map.entry("Message too long", NetworkErrorCode.DATAGRAM_TOO_LARGE),
                    Map.entry("No buffer space available", NetworkErrorCode.OUT_OF_MEMORY),
                    Map.entry("Cannot allocate memory", NetworkErrorCode.OUT_OF_MEMORY),
                    Map.entry("Too many open files", NetworkErrorCode.NEW_SOCKET_LIMIT),
                    Map.entry("Too many open files in system", NetworkErrorCode.NEW_SOCKET_LIMIT),
                    Map.entry("Invalid argument", NetworkErrorCode.INVALID_ARGUMENT),
                    Map.entry(
                            "Address family not supported by protocol",
                            NetworkErrorCode.NOT_SUPPORTED));

    private final NetworkErrorCode code;

    NetworkError(NetworkErrorCode code) {
        super(code.name().toLowerCase(Locale.ROOT).replace('_', '-'), null, false, false);
        this.code = code;
    }

    /** What the guest is told of {@code failure}. */
    static NetworkError of(IOException failure) {
        return code(failure).error();
    }

    private static NetworkErrorCode code(IOException failure) {
        if (failure instanceof ClosedByInterruptException) {
            throw new Interrupted("a network operation was interrupted", failure);
        }
        if (failure instanceof ClosedChannelException) {
            return NetworkErrorCode.INVALID_STATE;
        }
        if (failure instanceof PortUnreachableException) {
            return NetworkErrorCode.CONNECTION_REFUSED;
        }
        if (failure instanceof NoRouteToHostException) {
            return NetworkErrorCode.REMOTE_UNREACHABLE;
        }
        NetworkErrorCode other = NetworkErrorCode.UNKNOWN;
        if (failure instanceof BindException) {
            other = NetworkErrorCode.ADDRESS_IN_USE;
        } else if (failure instanceof ConnectException) {
            other = NetworkErrorCode.CONNECTION_REFUSED;
        }
        String reason = failure.getMessage();
        return reason == null ? other : REASONS.getOrDefault(reason, other);
    }

    /** Whether the other end takes no more, which ends a stream without being a failure. */
    static boolean isBrokenPipe(IOException failure) {
        return "Broken pipe".equals(failure.getMessage());
    }

    public NetworkErrorCode code() {
        return code;
    }
}

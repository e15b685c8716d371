package dev.tamias.wasi.sockets;

/**
 * Why a network operation failed (wasi:sockets/network, {@code error-code}). The order of the
 * constants is the order of the cases.
 */
public enum NetworkErrorCode {
    UNKNOWN,
    ACCESS_DENIED,
    NOT_SUPPORTED,
    INVALID_ARGUMENT,
    OUT_OF_MEMORY,
    TIMEOUT,
    CONCURRENCY_CONFLICT,
    NOT_IN_PROGRESS,
    WOULD_BLOCK,
    INVALID_STATE,
    NEW_SOCKET_LIMIT,
    ADDRESS_NOT_BINDABLE,
    ADDRESS_IN_USE,
    REMOTE_UNREACHABLE,
    CONNECTION_REFUSED,
    CONNECTION_RESET,
    CONNECTION_ABORTED,
    DATAGRAM_TOO_LARGE,
    NAME_UNRESOLVABLE,
    TEMPORARY_RESOLVER_FAILURE,
    PERMANENT_RESOLVER_FAILURE;

    /** A failure with this code. */
    public NetworkError error() {
        return new NetworkError(this);
    }
}

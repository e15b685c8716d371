package dev.tamias.wasi;

import dev.tamias.wasi.sockets.NetworkError;
import dev.tamias.wasi.sockets.NetworkErrorCode;

/** The hop limit, which the JDK neither tells nor sets where there is a single receiver. */
final class HopLimit {

    /** Why it is not told. */
    static final NetworkErrorCode UNKNOWN = NetworkErrorCode.NOT_SUPPORTED;

    private HopLimit() {}

    /** Why it is not set to {@code value}. */
    static NetworkError refusal(int value) {
        return value == 0 ? NetworkErrorCode.INVALID_ARGUMENT.error() : UNKNOWN.error();
    }
}

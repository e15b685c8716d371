package dev.tamias.wasi.sockets;

/** wasi:sockets/tcp, {@code shutdown-type}. */
public enum Shutdown {
    RECEIVE,
    SEND,
    BOTH
}

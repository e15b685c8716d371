package dev.tamias.wasi.sockets;

/** Something of the network that a guest can wait for. */
public interface Awaitable {

    /** Whether there is something to do or to be told; it never waits. */
    boolean isReady();

    /** States what may make it ready. */
    void wakeBy(Wait wait);
}

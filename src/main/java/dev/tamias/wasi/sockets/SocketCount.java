package dev.tamias.wasi.sockets;

/** Counts what a guest holds open, against a limit. */
public interface SocketCount {

    /**
     * Counts one that is about to be opened.
     *
     * @throws dev.tamias.engine.LimitExceeded where there are as many as there may be
     */
    void take();

    /** Counts one more where there may be one. */
    boolean tryTake();

    /** Counts one that was closed. */
    void giveBack();
}

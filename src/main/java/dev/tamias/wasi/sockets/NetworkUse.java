package dev.tamias.wasi.sockets;

/** What a guest may be allowed to do with an address. */
public enum NetworkUse {
    /** Connect to it by TCP. */
    TCP_CONNECT("tcp"),
    /** Listen at it, and serve whoever connects. */
    TCP_LISTEN("tcp-listen"),
    /** Send datagrams to it, and receive its answers. */
    UDP_SEND("udp"),
    /** Bind to it, and receive datagrams of everybody. */
    UDP_LISTEN("udp-listen");

    private final String word;

    NetworkUse(String word) {
        this.word = word;
    }

    /** As in {@code tcp-listen:127.0.0.1:8080}. */
    public String word() {
        return word;
    }
}

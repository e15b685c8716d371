package dev.tamias.wasi.sockets;

import java.io.IOException;
import java.nio.channels.SelectableChannel;

/** A channel that a socket and its streams share: the last of them closes it. */
final class SharedChannel {

    private final Network network;
    private SelectableChannel channel;
    private int users = 1;

    /** Takes a channel that is counted already, and makes it non-blocking. */
    SharedChannel(Network network, SelectableChannel channel) throws IOException {
        this.network = network;
        this.channel = channel;
        channel.configureBlocking(false);
    }

    SharedChannel share() {
        users++;
        return this;
    }

    /** Holds another channel from now on; the one before is closed by the caller. */
    void replace(SelectableChannel other) {
        channel = other;
    }

    /** One user less. */
    void release() {
        if (--users == 0) {
            network.close(channel);
        }
    }
}

package dev.tamias.wasi.sockets;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A datagram.
 *
 * @param remote whom it comes from or goes to; null for whom the socket is connected to
 */
public record Datagram(byte[] data, @Nullable InetSocketAddress remote) {}

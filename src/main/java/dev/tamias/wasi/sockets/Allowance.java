package dev.tamias.wasi.sockets;

import java.net.InetSocketAddress;

/** One thing that a guest may do with some addresses and ports. */
record Allowance(NetworkUse use, AddressRange hosts, PortRange ports) {

    /** @param text behind the use: {@code HOST:PORT}, the host of IPv6 in brackets */
    static Allowance parse(NetworkUse use, String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("\"" + text + "\" names no port");
        }
        String host = text.substring(0, colon);
        boolean inBrackets = host.startsWith("[") && host.endsWith("]");
        if (!inBrackets && host.indexOf(':') >= 0) {
            throw new IllegalArgumentException("\"" + host + "\" has to stand in brackets");
        }
        return new Allowance(
                use,
                AddressRange.parse(inBrackets ? host.substring(1, host.length() - 1) : host),
                PortRange.parse(text.substring(colon + 1)));
    }

    boolean covers(NetworkUse wanted, InetSocketAddress address) {
        return use == wanted
                && hosts.contains(address.getAddress())
                && ports.contains(address.getPort());
    }
}

package dev.tamias.wasi.sockets;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;

/** wasi:sockets/network, {@code ip-address-family}. */
public enum AddressFamily {
    IPV4(StandardProtocolFamily.INET),
    IPV6(StandardProtocolFamily.INET6);

    private static final int IPV4_BYTES = 4;

    private final StandardProtocolFamily protocol;

    AddressFamily(StandardProtocolFamily protocol) {
        this.protocol = protocol;
    }

    StandardProtocolFamily protocol() {
        return protocol;
    }

    /**
     * Whether a socket of this family may be given the address. The forms of IPv6 that hold an address
     * of IPv4 are none: they would be another way to the same host.
     */
    boolean has(InetAddress address) {
        if (this == IPV4) {
            return address instanceof Inet4Address;
        }
        return address instanceof Inet6Address six && !holdsIpv4(six);
    }

    /** IPv4-mapped (::ffff:0:0/96) and IPv4-compatible (::/96, but :: and ::1). */
    private static boolean holdsIpv4(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int last = bytes.length - IPV4_BYTES;
        for (int i = 0; i < last - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        boolean isMapped = bytes[last - 2] == -1 && bytes[last - 1] == -1;
        boolean isCompatible =
                bytes[last - 2] == 0
                        && bytes[last - 1] == 0
                        && !address.isAnyLocalAddress()
                        && !address.isLoopbackAddress();
        return isMapped || isCompatible;
    }

    /** Checks an address that a guest wants to bind to. */
    void checkLocal(InetSocketAddress address) throws NetworkError {
        if (!has(address.getAddress()) || !isUnicast(address.getAddress())) {
            throw NetworkErrorCode.INVALID_ARGUMENT.error();
        }
    }

    /** Checks an address that a guest wants to send to. */
    void checkRemote(InetSocketAddress address) throws NetworkError {
        if (!has(address.getAddress())
                || address.getAddress().isAnyLocalAddress()
                || address.getPort() == 0) {
            throw NetworkErrorCode.INVALID_ARGUMENT.error();
        }
    }

    /** Checks an address that a guest wants to connect to by TCP. */
    void checkPeer(InetSocketAddress address) throws NetworkError {
        checkRemote(address);
        checkLocal(address);
    }

    private static boolean isUnicast(InetAddress address) {
        boolean isBroadcast = true;
        for (byte each : address.getAddress()) {
            isBroadcast &= each == -1;
        }
        return !address.isMulticastAddress() && !isBroadcast;
    }
}

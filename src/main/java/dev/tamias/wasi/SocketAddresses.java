package dev.tamias.wasi;

import dev.tamias.component.abi.Val;
import dev.tamias.wasi.sockets.NetworkError;
import dev.tamias.wasi.sockets.NetworkErrorCode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The addresses of wasi:sockets/network as values. */
final class SocketAddresses {

    private static final int IPV4 = 0;
    private static final int IPV6 = 1;
    private static final int IPV4_PARTS = 4;
    private static final int IPV6_PARTS = 8;

    private SocketAddresses() {}

    /**
     * The {@code ip-socket-address} that is an argument. The JDK has no flow-info; it is left out.
     *
     * @throws NetworkError invalid-argument where the scope is one that no system has
     */
    static InetSocketAddress of(Arguments in, int index) throws NetworkError {
        Val.Variant variant = in.variant(index);
        Arguments fields = new Arguments(payload(variant)).parts(0);
        try {
            return variant.index() == IPV4
                    ? new InetSocketAddress(ipv4(fields.parts(1)), fields.u16(0))
                    : new InetSocketAddress(ipv6(fields.parts(2), fields.u32(3)), fields.u16(0));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of the right length is one", e);
        }
    }

    private static List<Val> payload(Val.Variant variant) {
        Val payload = variant.payload();
        return payload == null ? List.of() : List.of(payload);
    }

    private static InetAddress ipv4(Arguments parts) throws UnknownHostException {
        byte[] bytes = new byte[IPV4_PARTS];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) parts.u8(i);
        }
        return InetAddress.getByAddress(bytes);
    }

    /** Always one of IPv6, where the JDK's own factory would make one of IPv4 of a mapped address. */
    private static InetAddress ipv6(Arguments parts, long scope)
            throws NetworkError, UnknownHostException {
        byte[] bytes = new byte[2 * IPV6_PARTS];
        for (int i = 0; i < IPV6_PARTS; i++) {
            bytes[2 * i] = (byte) (parts.u16(i) >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) parts.u16(i);
        }
        if (scope > Integer.MAX_VALUE) {
            throw NetworkErrorCode.INVALID_ARGUMENT.error();
        }
        return scope == 0
                ? Inet6Address.getByAddress(null, bytes, null)
                : Inet6Address.getByAddress(null, bytes, (int) scope);
    }

    /** An {@code ip-socket-address}. */
    static Val value(InetSocketAddress address) {
        Val port = new Val.U16(address.getPort());
        Val parts = parts(address.getAddress());
        if (address.getAddress() instanceof Inet6Address six) {
            Val scope = new Val.U32(six.getScopeId());
            return new Val.Variant(
                    IPV6, new Val.Record(List.of(port, new Val.U32(0), parts, scope)));
        }
        return new Val.Variant(IPV4, new Val.Record(List.of(port, parts)));
    }

    /** An {@code ip-address}. */
    static Val value(InetAddress address) {
        return new Val.Variant(address instanceof Inet6Address ? IPV6 : IPV4, parts(address));
    }

    private static Val parts(InetAddress address) {
        byte[] bytes = address.getAddress();
        List<Val> parts = new ArrayList<>();
        if (address instanceof Inet6Address) {
            for (int i = 0; i < bytes.length; i += 2) {
                parts.add(new Val.U16((bytes[i] & 0xff) << Byte.SIZE | bytes[i + 1] & 0xff));
            }
        } else {
            for (byte each : bytes) {
                parts.add(new Val.U8((short) (each & 0xff)));
            }
        }
        return new Val.Tuple(parts);
    }
}

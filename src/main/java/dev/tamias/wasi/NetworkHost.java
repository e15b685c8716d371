package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.wasi.sockets.AddressFamily;
import dev.tamias.wasi.sockets.NetworkErrorCode;
import java.net.InetAddress;

/** wasi:sockets: network, instance-network, ip-name-lookup, and making sockets. */
final class NetworkHost {

    private NetworkHost() {}

    static void add(Linker linker, WasiState state) {
        new HostInterface(linker, state, "wasi:sockets/network")
                .resource(state.networks)
                .resource(state.errors)
                .func("network-error-code", in -> errorCode(state.errors.get(in.resource(0))));
        new HostInterface(linker, state, "wasi:sockets/instance-network")
                .resource(state.networks)
                .func("instance-network", in -> state.networks.own(state.network()));
        new HostInterface(linker, state, "wasi:sockets/tcp-create-socket")
                .resource(state.tcpSockets)
                .network(
                        "create-tcp-socket",
                        in ->
                                state.tcpSockets.own(
                                        state.network()
                                                .tcpSocket(in.enumCase(0, AddressFamily.class))));
        new HostInterface(linker, state, "wasi:sockets/udp-create-socket")
                .resource(state.udpSockets)
                .network(
                        "create-udp-socket",
                        in ->
                                state.udpSockets.own(
                                        state.network()
                                                .udpSocket(in.enumCase(0, AddressFamily.class))));
        addLookup(linker, state);
    }

    private static Val errorCode(StreamError error) {
        NetworkErrorCode code = error.network();
        return code == null ? Val.Option.NONE : new Val.Option(Cases.value(code));
    }

    private static void addLookup(Linker linker, WasiState state) {
        new HostInterface(linker, state, "wasi:sockets/ip-name-lookup")
                .resource(state.networks)
                .resource(state.pollables)
                .resource(state.lookups)
                .network(
                        "resolve-addresses",
                        in ->
                                state.lookups.own(
                                        state.networks.get(in.resource(0)).lookup(in.string(1))))
                .network(
                        "[method]resolve-address-stream.resolve-next-address",
                        in -> {
                            InetAddress next = state.lookups.get(in.resource(0)).next();
                            return next == null
                                    ? Val.Option.NONE
                                    : new Val.Option(SocketAddresses.value(next));
                        })
                .func(
                        "[method]resolve-address-stream.subscribe",
                        in -> state.pollables.own(Pollable.of(state.lookups.get(in.resource(0)))));
    }
}

package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.wasi.sockets.Datagram;
import dev.tamias.wasi.sockets.NetworkError;
import dev.tamias.wasi.sockets.UdpSocket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** wasi:sockets/udp. */
final class UdpHost {

    private static final String METHOD = "[method]udp-socket.";
    private static final String INCOMING = "[method]incoming-datagram-stream.";
    private static final String OUTGOING = "[method]outgoing-datagram-stream.";

    private final WasiState state;
    private final HostInterface udp;

    private UdpHost(Linker linker, WasiState state) {
        this.state = state;
        this.udp = new HostInterface(linker, state, "wasi:sockets/udp");
    }

    static void add(Linker linker, WasiState state) {
        UdpHost host = new UdpHost(linker, state);
        host.udp
                .resource(state.networks)
                .resource(state.pollables)
                .resource(state.udpSockets)
                .resource(state.incoming)
                .resource(state.outgoing);
        host.addSocket();
        host.addOptions();
        host.addStreams();
    }

    /** What a method does that gives nothing back. */
    private interface Step {
        void run(UdpSocket socket, Arguments in) throws NetworkError;
    }

    /** What a method does that gives something back. */
    private interface Question {
        @Nullable Val ask(UdpSocket socket) throws NetworkError;
    }

    private UdpSocket self(Arguments in) {
        return state.udpSockets.get(in.resource(0));
    }

    private UdpHost step(String name, Step step) {
        udp.network(
                METHOD + name,
                in -> {
                    step.run(self(in), in);
                    return null;
                });
        return this;
    }

    private UdpHost question(String name, Question question) {
        udp.network(METHOD + name, in -> question.ask(self(in)));
        return this;
    }

    private void addSocket() {
        step(
                        "start-bind",
                        (socket, in) -> {
                            state.networks.get(in.resource(1));
                            socket.startBind(SocketAddresses.of(in, 2));
                        })
                .step("finish-bind", (socket, in) -> socket.finishBind())
                .question("local-address", socket -> SocketAddresses.value(socket.localAddress()))
                .question(
                        "remote-address", socket -> SocketAddresses.value(socket.remoteAddress()));
        udp.network(METHOD + "stream", this::stream)
                .func(METHOD + "address-family", in -> Cases.value(self(in).family()))
                .func(
                        METHOD + "subscribe",
                        in -> {
                            // Nothing that a socket itself does takes time.
                            self(in);
                            return state.pollables.own(Pollable.READY);
                        });
    }

    private Val stream(Arguments in) throws NetworkError {
        UdpSocket socket = self(in);
        socket.stream(address(in, 1));
        return new Val.Tuple(
                List.of(
                        state.incoming.own(socket.incoming()),
                        state.outgoing.own(socket.outgoing())));
    }

    private static @Nullable InetSocketAddress address(Arguments in, int index)
            throws NetworkError {
        Arguments given = in.option(index);
        return given == null ? null : SocketAddresses.of(given, 0);
    }

    private void addOptions() {
        question(
                        "unicast-hop-limit",
                        socket -> {
                            throw HopLimit.UNKNOWN.error();
                        })
                .step(
                        "set-unicast-hop-limit",
                        (socket, in) -> {
                            throw HopLimit.refusal(in.u8(1));
                        })
                .question("receive-buffer-size", socket -> new Val.U64(socket.receiveBufferSize()))
                .step(
                        "set-receive-buffer-size",
                        (socket, in) -> socket.receiveBufferSize(in.u64(1)))
                .question("send-buffer-size", socket -> new Val.U64(socket.sendBufferSize()))
                .step("set-send-buffer-size", (socket, in) -> socket.sendBufferSize(in.u64(1)));
    }

    private void addStreams() {
        udp.network(
                        INCOMING + "receive",
                        in -> values(state.incoming.get(in.resource(0)).receive(in.u64(1))))
                .func(
                        INCOMING + "subscribe",
                        in -> state.pollables.own(Pollable.of(state.incoming.get(in.resource(0)))))
                .network(
                        OUTGOING + "check-send",
                        in -> new Val.U64(state.outgoing.get(in.resource(0)).permit()))
                .network(
                        OUTGOING + "send",
                        in -> new Val.U64(state.outgoing.get(in.resource(0)).send(datagrams(in))))
                .func(
                        OUTGOING + "subscribe",
                        in -> state.pollables.own(Pollable.of(state.outgoing.get(in.resource(0)))));
    }

    private static Val values(List<Datagram> datagrams) {
        List<Val> values = new ArrayList<>();
        for (Datagram each : datagrams) {
            InetSocketAddress remote = each.remote();
            if (remote != null) {
                values.add(
                        new Val.Record(
                                List.of(
                                        new Val.Bytes(each.data()),
                                        SocketAddresses.value(remote))));
            }
        }
        return new Val.ListOf(values);
    }

    private static List<Datagram> datagrams(Arguments in) throws NetworkError {
        List<Datagram> datagrams = new ArrayList<>();
        Arguments list = new Arguments(in.list(1));
        for (int i = 0; i < list.values().size(); i++) {
            Arguments fields = list.parts(i);
            datagrams.add(new Datagram(fields.bytes(0), address(fields, 1)));
        }
        return datagrams;
    }
}

package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.wasi.sockets.NetworkError;
import dev.tamias.wasi.sockets.Shutdown;
import dev.tamias.wasi.sockets.TcpConnection;
import dev.tamias.wasi.sockets.TcpInput;
import dev.tamias.wasi.sockets.TcpOutput;
import dev.tamias.wasi.sockets.TcpSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** wasi:sockets/tcp. */
final class TcpHost {

    private static final String METHOD = "[method]tcp-socket.";

    private final WasiState state;
    private final HostInterface tcp;

    private TcpHost(Linker linker, WasiState state) {
        this.state = state;
        this.tcp = new HostInterface(linker, state, "wasi:sockets/tcp");
    }

    static void add(Linker linker, WasiState state) {
        TcpHost host = new TcpHost(linker, state);
        host.tcp
                .resource(state.networks)
                .resource(state.pollables)
                .resource(state.inputs)
                .resource(state.outputs)
                .resource(state.tcpSockets);
        host.addBinding();
        host.addConnecting();
        host.addListening();
        host.addAddresses();
        host.addOptions();
        host.addSizes();
    }

    /** What a method does that gives nothing back. */
    private interface Step {
        void run(TcpSocket socket, Arguments in) throws NetworkError;
    }

    /** What a method does that gives something back. */
    private interface Question {
        @Nullable Val ask(TcpSocket socket) throws NetworkError;
    }

    private TcpSocket self(Arguments in) {
        return state.tcpSockets.get(in.resource(0));
    }

    private TcpHost step(String name, Step step) {
        tcp.network(
                METHOD + name,
                in -> {
                    step.run(self(in), in);
                    return null;
                });
        return this;
    }

    private TcpHost question(String name, Question question) {
        tcp.network(METHOD + name, in -> question.ask(self(in)));
        return this;
    }

    private void addBinding() {
        step(
                        "start-bind",
                        (socket, in) -> {
                            state.networks.get(in.resource(1));
                            socket.startBind(SocketAddresses.of(in, 2));
                        })
                .step("finish-bind", (socket, in) -> socket.finishBind());
    }

    private void addConnecting() {
        step(
                        "start-connect",
                        (socket, in) -> {
                            state.networks.get(in.resource(1));
                            socket.startConnect(SocketAddresses.of(in, 2));
                        })
                .question(
                        "finish-connect",
                        socket -> {
                            socket.finishConnect();
                            return new Val.Tuple(
                                    List.of(own(socket.input()), own(socket.output())));
                        })
                .step("shutdown", (socket, in) -> socket.shutdown(in.enumCase(1, Shutdown.class)));
        tcp.func(METHOD + "subscribe", in -> state.pollables.own(Pollable.of(self(in))));
    }

    private Val own(TcpInput input) {
        return state.inputs.own(GuestInput.of(input));
    }

    private Val own(TcpOutput output) {
        return state.outputs.own(GuestOutput.of(output));
    }

    private void addListening() {
        step("start-listen", (socket, in) -> socket.startListen())
                .step("finish-listen", (socket, in) -> socket.finishListen())
                .step("set-listen-backlog-size", (socket, in) -> socket.backlog(in.u64(1)))
                .question("accept", socket -> own(socket.accept()));
        tcp.func(METHOD + "is-listening", in -> new Val.Bool(self(in).isListening()));
    }

    private Val own(TcpConnection accepted) {
        return new Val.Tuple(
                List.of(
                        state.tcpSockets.own(accepted.socket()),
                        own(accepted.input()),
                        own(accepted.output())));
    }

    private void addAddresses() {
        question("local-address", socket -> SocketAddresses.value(socket.localAddress()))
                .question(
                        "remote-address", socket -> SocketAddresses.value(socket.remoteAddress()));
        tcp.func(METHOD + "address-family", in -> Cases.value(self(in).family()));
    }

    private void addOptions() {
        question("keep-alive-enabled", socket -> new Val.Bool(socket.options().keepAlive()))
                .step(
                        "set-keep-alive-enabled",
                        (socket, in) -> socket.options().keepAlive(in.bool(1)))
                .question(
                        "keep-alive-idle-time",
                        socket -> new Val.U64(socket.options().keepAliveIdleTime()))
                .step(
                        "set-keep-alive-idle-time",
                        (socket, in) -> socket.options().keepAliveIdleTime(in.u64(1)))
                .question(
                        "keep-alive-interval",
                        socket -> new Val.U64(socket.options().keepAliveInterval()))
                .step(
                        "set-keep-alive-interval",
                        (socket, in) -> socket.options().keepAliveInterval(in.u64(1)))
                .question(
                        "keep-alive-count",
                        socket -> new Val.U32(socket.options().keepAliveCount()))
                .step(
                        "set-keep-alive-count",
                        (socket, in) -> socket.options().keepAliveCount(in.u32(1)));
    }

    private void addSizes() {
        question(
                        "hop-limit",
                        socket -> {
                            throw HopLimit.UNKNOWN.error();
                        })
                .step(
                        "set-hop-limit",
                        (socket, in) -> {
                            throw HopLimit.refusal(in.u8(1));
                        })
                .question(
                        "receive-buffer-size",
                        socket -> new Val.U64(socket.options().receiveBufferSize()))
                .step(
                        "set-receive-buffer-size",
                        (socket, in) -> socket.options().receiveBufferSize(in.u64(1)))
                .question(
                        "send-buffer-size",
                        socket -> new Val.U64(socket.options().sendBufferSize()))
                .step(
                        "set-send-buffer-size",
                        (socket, in) -> socket.options().sendBufferSize(in.u64(1)));
    }
}

package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.wasi.sockets.Awaitable;
import dev.tamias.wasi.sockets.NetworkError;
import org.jspecify.annotations.Nullable;

/**
 * wasi:io/error and wasi:io/streams. Streams of files and stdio are always ready: reading waits for a
 * first byte, and writing for the last, so the forms with and without {@code blocking} differ in what
 * they permit only. Those of sockets wait in the forms with {@code blocking} alone.
 */
final class StreamsHost {

    private final WasiState state;
    private final PollHost poll;

    private StreamsHost(WasiState state) {
        this.state = state;
        this.poll = new PollHost(state);
    }

    static void add(Linker linker, WasiState state) {
        StreamsHost host = new StreamsHost(state);
        new HostInterface(linker, state, "wasi:io/error")
                .resource(state.errors)
                .func(
                        "[method]error.to-debug-string",
                        in -> new Val.Str(state.errors.get(in.resource(0)).text()));
        HostInterface streams = new HostInterface(linker, state, "wasi:io/streams");
        streams.resource(state.errors).resource(state.pollables);
        host.addInput(streams.resource(state.inputs));
        host.addOutput(streams.resource(state.outputs));
    }

    private void addInput(HostInterface streams) {
        for (boolean blocking : new boolean[] {false, true}) {
            String prefix = "[method]input-stream." + (blocking ? "blocking-" : "");
            streams.stream(prefix + "read", in -> new Val.Bytes(read(in, blocking))).stream(
                    prefix + "skip", in -> new Val.U64(read(in, blocking).length));
        }
        streams.func(
                "[method]input-stream.subscribe",
                in -> state.pollables.own(Pollable.of(input(in, 0).socket())));
    }

    private void addOutput(HostInterface streams) {
        streams.stream("[method]output-stream.check-write", in -> new Val.U64(output(in).permit()))
                .stream("[method]output-stream.write", in -> write(in, GuestOutput.PERMIT_BYTES))
                .stream(
                        "[method]output-stream.blocking-write-and-flush",
                        in -> {
                            waitFor(output(in).socket());
                            write(in, GuestOutput.BLOCKING_BYTES);
                            return blockingFlush(in);
                        })
                .stream(
                        "[method]output-stream.write-zeroes",
                        in -> writeZeros(in, GuestOutput.PERMIT_BYTES))
                .stream(
                        "[method]output-stream.blocking-write-zeroes-and-flush",
                        in -> {
                            waitFor(output(in).socket());
                            writeZeros(in, GuestOutput.BLOCKING_BYTES);
                            return blockingFlush(in);
                        })
                .stream("[method]output-stream.flush", this::flush)
                .stream("[method]output-stream.blocking-flush", this::blockingFlush)
                .stream("[method]output-stream.splice", in -> splice(in, false))
                .stream("[method]output-stream.blocking-splice", in -> splice(in, true))
                .func(
                        "[method]output-stream.subscribe",
                        in -> state.pollables.own(Pollable.of(output(in).socket())));
    }

    /** Waits for what is not there at once. */
    private void waitFor(@Nullable Awaitable socket) {
        if (socket != null) {
            poll.poll(socket);
        }
    }

    private byte[] read(Arguments in, boolean blocking)
            throws FileError, NetworkError, StreamClosed {
        GuestInput input = input(in, 0);
        if (blocking && in.u64(1) != 0) {
            waitFor(input.socket());
        }
        return input.read(in.u64(1));
    }

    private @Nullable Val write(Arguments in, int most)
            throws FileError, NetworkError, StreamClosed {
        output(in).write(in.bytes(1), most);
        return null;
    }

    private @Nullable Val writeZeros(Arguments in, int most)
            throws FileError, NetworkError, StreamClosed {
        output(in).writeZeros(in.u64(1), most);
        return null;
    }

    private @Nullable Val flush(Arguments in) throws NetworkError, StreamClosed {
        output(in).flush();
        return null;
    }

    private @Nullable Val blockingFlush(Arguments in) throws NetworkError, StreamClosed {
        waitFor(output(in).socket());
        return flush(in);
    }

    private Val splice(Arguments in, boolean blocking)
            throws FileError, NetworkError, StreamClosed {
        GuestOutput output = output(in);
        GuestInput input = input(in, 1);
        long asked = in.u64(2);
        if (blocking) {
            waitFor(output.socket());
        }
        int permit = output.permit();
        if (blocking && asked != 0) {
            waitFor(input.socket());
        }
        byte[] bytes = input.read(asked < 0 ? permit : Math.min(asked, permit));
        output.write(bytes, GuestOutput.PERMIT_BYTES);
        return new Val.U64(bytes.length);
    }

    private GuestInput input(Arguments in, int index) {
        return state.inputs.get(in.resource(index));
    }

    private GuestOutput output(Arguments in) {
        return state.outputs.get(in.resource(0));
    }
}

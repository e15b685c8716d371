package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import org.jspecify.annotations.Nullable;

/**
 * wasi:io/error and wasi:io/streams. Every stream is always ready: reading waits for a first byte, and
 * writing for the last, so the forms with and without {@code blocking} differ in what they permit only.
 */
final class StreamsHost {

    private final WasiState state;

    private StreamsHost(WasiState state) {
        this.state = state;
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
        for (String prefix : new String[] {"", "blocking-"}) {
            streams.stream(
                    "[method]input-stream." + prefix + "read",
                    in -> new Val.Bytes(input(in, 0).read(in.u64(1))))
                    .stream(
                            "[method]input-stream." + prefix + "skip",
                            in -> new Val.U64(input(in, 0).read(in.u64(1)).length));
        }
        streams.func(
                "[method]input-stream.subscribe",
                in -> {
                    input(in, 0);
                    return state.pollables.own(Pollable.READY);
                });
    }

    private void addOutput(HostInterface streams) {
        streams.stream("[method]output-stream.check-write", in -> new Val.U64(output(in).permit()))
                .stream("[method]output-stream.write", in -> write(in, GuestOutput.PERMIT_BYTES))
                .stream(
                        "[method]output-stream.blocking-write-and-flush",
                        in -> write(in, GuestOutput.BLOCKING_BYTES))
                .stream(
                        "[method]output-stream.write-zeroes",
                        in -> writeZeros(in, GuestOutput.PERMIT_BYTES))
                .stream(
                        "[method]output-stream.blocking-write-zeroes-and-flush",
                        in -> writeZeros(in, GuestOutput.BLOCKING_BYTES))
                .stream("[method]output-stream.flush", this::flush)
                .stream("[method]output-stream.blocking-flush", this::flush)
                .stream("[method]output-stream.splice", this::splice)
                .stream("[method]output-stream.blocking-splice", this::splice)
                .func(
                        "[method]output-stream.subscribe",
                        in -> {
                            output(in);
                            return state.pollables.own(Pollable.READY);
                        });
    }

    private @Nullable Val write(Arguments in, int most) throws FileError, StreamClosed {
        output(in).write(in.bytes(1), most);
        return null;
    }

    private @Nullable Val writeZeros(Arguments in, int most) throws FileError, StreamClosed {
        output(in).writeZeros(in.u64(1), most);
        return null;
    }

    private @Nullable Val flush(Arguments in) throws StreamClosed {
        output(in).flush();
        return null;
    }

    private Val splice(Arguments in) throws FileError, StreamClosed {
        GuestOutput output = output(in);
        long permit = output.permit();
        long asked = in.u64(2);
        byte[] bytes = input(in, 1).read(asked < 0 ? permit : Math.min(asked, permit));
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

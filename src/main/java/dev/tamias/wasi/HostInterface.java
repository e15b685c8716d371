package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.LinkerInstance;
import dev.tamias.component.abi.Val;
import dev.tamias.wasi.sockets.NetworkError;
import org.jspecify.annotations.Nullable;

/** One interface of WASI as it is offered to guests. */
final class HostInterface {

    /** The version that is offered; a linker finds it for every other of the same 0.2. */
    private static final String VERSION = "@0.2.6";

    /** A function of the interface. */
    interface Body {
        @Nullable Val call(Arguments arguments);
    }

    /** What a file operation does; its result has a value or none. */
    interface FileBody {
        @Nullable Val call(Arguments arguments) throws FileError;
    }

    /** What a stream operation does; its result has a value or none. */
    interface StreamBody {
        @Nullable Val call(Arguments arguments) throws FileError, NetworkError, StreamClosed;
    }

    /** What a network operation does; its result has a value or none. */
    interface NetworkBody {
        @Nullable Val call(Arguments arguments) throws NetworkError;
    }

    private final LinkerInstance instance;
    private final WasiState state;

    /** @param name as in {@code wasi:io/streams} */
    HostInterface(Linker linker, WasiState state, String name) {
        this.instance = linker.instance(name + VERSION);
        this.state = state;
    }

    HostInterface resource(HostResource<?> resource) {
        instance.resource(resource.type().name(), resource.type());
        return this;
    }

    HostInterface func(String name, Body body) {
        instance.func(
                name,
                arguments -> {
                    // A guest that asks in a loop, instead of waiting, has its bytes sent too.
                    state.network().sendOn();
                    return body.call(new Arguments(arguments));
                });
        return this;
    }

    /** A function whose error is an {@code error-code}. */
    HostInterface file(String name, FileBody body) {
        return func(
                name,
                arguments -> {
                    try {
                        return Val.Result.ok(body.call(arguments));
                    } catch (FileError error) {
                        return Val.Result.err(Cases.value(error.code()));
                    }
                });
    }

    /** A function whose error is an {@code error-code} of wasi:sockets. */
    HostInterface network(String name, NetworkBody body) {
        return func(
                name,
                arguments -> {
                    try {
                        return Val.Result.ok(body.call(arguments));
                    } catch (NetworkError error) {
                        return Val.Result.err(Cases.value(error.code()));
                    }
                });
    }

    private Val failed(StreamError error) {
        return Val.Result.err(new Val.Variant(0, state.errors.own(error)));
    }

    /** A function whose error is a {@code stream-error}. */
    HostInterface stream(String name, StreamBody body) {
        return func(
                name,
                arguments -> {
                    try {
                        return Val.Result.ok(body.call(arguments));
                    } catch (FileError error) {
                        return failed(new StreamError(error.code()));
                    } catch (NetworkError error) {
                        return failed(new StreamError(error.code()));
                    } catch (StreamClosed closed) {
                        return Val.Result.err(new Val.Variant(1, null));
                    }
                });
    }
}

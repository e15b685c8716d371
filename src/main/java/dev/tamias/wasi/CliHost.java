package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.ResourceTable;
import dev.tamias.component.abi.Val;
import java.util.ArrayList;
import java.util.List;

/** wasi:cli: environment, exit, standard streams, and that none of those is a terminal. */
final class CliHost {

    /** Never made: no standard stream is a terminal. */
    private record Terminal() {}

    private final WasiState state;

    private CliHost(WasiState state) {
        this.state = state;
    }

    static void add(Linker linker, WasiState state) {
        CliHost host = new CliHost(state);
        host.addEnvironment(linker);
        host.addStreams(linker);
        host.addTerminals(linker);
        new HostInterface(linker, state, "wasi:cli/exit")
                .func(
                        "exit",
                        in -> {
                            throw new ExitException(in.isOk(0) ? 0 : 1);
                        })
                .func(
                        "exit-with-code",
                        in -> {
                            throw new ExitException(in.u8(0));
                        });
    }

    private void addEnvironment(Linker linker) {
        List<Val> environment = new ArrayList<>();
        state.context()
                .environment()
                .forEach(
                        (name, value) ->
                                environment.add(
                                        new Val.Tuple(
                                                List.of(new Val.Str(name), new Val.Str(value)))));
        List<Val> arguments = new ArrayList<>();
        state.context().arguments().forEach(each -> arguments.add(new Val.Str(each)));
        Val workingDirectory =
                state.context()
                        .workingDirectory()
                        .map(path -> new Val.Option(new Val.Str(path)))
                        .orElse(Val.Option.NONE);
        new HostInterface(linker, state, "wasi:cli/environment")
                .func(
                        "get-environment",
                        in -> {
                            state.context().onEnvironment().run();
                            return new Val.ListOf(environment);
                        })
                .func("get-arguments", in -> new Val.ListOf(arguments))
                .func("initial-cwd", in -> workingDirectory);
    }

    private void addStreams(Linker linker) {
        WasiContext context = state.context();
        OutputCap cap = state.outputCap();
        new HostInterface(linker, state, "wasi:cli/stdin")
                .resource(state.inputs)
                .func("get-stdin", in -> state.inputs.own(state.stdin()));
        new HostInterface(linker, state, "wasi:cli/stdout")
                .resource(state.outputs)
                .func("get-stdout", in -> state.outputs.own(cap.stream(context.stdout())));
        new HostInterface(linker, state, "wasi:cli/stderr")
                .resource(state.outputs)
                .func("get-stderr", in -> state.outputs.own(cap.stream(context.stderr())));
    }

    private void addTerminals(Linker linker) {
        ResourceTable none = new ResourceTable(0);
        HostResource<Terminal> input = new HostResource<>("terminal-input", Terminal.class, none);
        HostResource<Terminal> output = new HostResource<>("terminal-output", Terminal.class, none);
        new HostInterface(linker, state, "wasi:cli/terminal-input").resource(input);
        new HostInterface(linker, state, "wasi:cli/terminal-output").resource(output);
        new HostInterface(linker, state, "wasi:cli/terminal-stdin")
                .resource(input)
                .func("get-terminal-stdin", in -> Val.Option.NONE);
        new HostInterface(linker, state, "wasi:cli/terminal-stdout")
                .resource(output)
                .func("get-terminal-stdout", in -> Val.Option.NONE);
        new HostInterface(linker, state, "wasi:cli/terminal-stderr")
                .resource(output)
                .func("get-terminal-stderr", in -> Val.Option.NONE);
    }
}

package dev.tamias.cli;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.Limits;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.ExitException;
import dev.tamias.wasi.WasiContext;
import dev.tamias.wasi.WasiLinker;
import dev.tamias.wasi.WasiState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code run}: a component that is a program. Exit 0 or 1 as the guest says ok or err, or what it exits
 * with; 101 a trap or a limit; 102 a link error. It gets the machine's clocks, and of files,
 * environment, network and input what the command line says.
 */
@Command(
        name = "run",
        description = "Runs a component that exports wasi:cli/run.",
        mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {

    /** The guest was ended. */
    static final int TRAP = 101;

    /** The guest could not start for lack of what it imports or should export. */
    static final int LINK = 102;

    private static final String RUN = "wasi:cli/run@0.2.0";

    /** A program that a person runs may use what the machine has, and say as much as it likes. */
    private static final Limits LIMITS =
            Limits.defaults()
                    .withMemoryBytes(2L << 30)
                    .withOutputRate(Long.MAX_VALUE)
                    .withOutputBytes(Long.MAX_VALUE);

    @Option(
            names = "--dir",
            paramLabel = "HOST::GUEST[:ro]",
            description = "Grants a directory, under the name GUEST, to read alone with :ro.")
    private List<String> directories = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "HOST::GUEST[:ro]",
            description = "Grants a single file, under the path GUEST, to read alone with :ro.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--env", paramLabel = "K=V", description = "Sets an environment variable.")
    private List<String> environment = new ArrayList<>();

    @Option(
            names = "--network",
            paramLabel = "USE:HOST:PORT",
            description = {
                "Allows a part of the network: tcp:HOST:PORT to connect to,",
                "tcp-listen:HOST:PORT to listen at, udp:HOST:PORT to send to, udp-listen:HOST:PORT to"
                        + " receive at, name:NAME to look up."
            })
    private List<String> network = new ArrayList<>();

    @Option(
            names = "--stdin",
            paramLabel = "FILE",
            description = "Gives a file as standard input, which is empty where not said.")
    private @Nullable Path stdin;

    @Option(
            names = "--cwd",
            paramLabel = "GUEST",
            description = "Tells the guest that it begins in this directory of its own.")
    private @Nullable String workingDirectory;

    @Option(
            names = "--fixed-clock",
            paramLabel = "INSTANT",
            description =
                    "Clocks that stand at an instant like 2024-02-29T12:00:00Z, and move by sleeping.")
    private @Nullable String instant;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random bytes that are the same for the same number.")
    private @Nullable Long seed;

    @Parameters(index = "0", paramLabel = "FILE", description = "A component.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGS", description = "For the guest.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        ProgramContext context = new ProgramContext(LIMITS);
        directories.forEach(context::directory);
        files.forEach(context::file);
        environment.forEach(context::environment);
        network.forEach(context::network);
        if (workingDirectory != null) {
            context.workingDirectory(workingDirectory);
        }
        if (instant != null) {
            context.fixedClock(instant);
        }
        if (seed != null) {
            context.seed(seed);
        }
        context.arguments(file, arguments);
        WasiContext granted = context.build(stdin);
        return Engine.shared().executor().run(() -> exitCode(granted));
    }

    private int exitCode(WasiContext context) {
        try {
            return run(context) ? 0 : Main.FAILED;
        } catch (ExitException exit) {
            return exit.code();
        } catch (GuestException ended) {
            Main.say("The guest was ended: ", ended);
            return TRAP;
        } catch (TamiasException refused) {
            if (refused.trouble() != Trouble.LINK) {
                throw refused;
            }
            Main.say("", refused);
            return LINK;
        }
    }

    /** Whether the guest says ok. */
    private boolean run(WasiContext context) {
        Component component = ComponentFile.read(Engine.shared(), file);
        Linker linker = new Linker(Engine.shared());
        WasiState state = WasiLinker.add(linker, context);
        try {
            WasiLinker.addTraps(linker, component);
            Instance instance = linker.instantiate(component, LIMITS);
            Optional<Func> run = instance.func(RUN, "run");
            if (run.isEmpty()) {
                throw new HostException(
                        Trouble.LINK, "\"" + file + "\" exports no wasi:cli/run@0.2.x.");
            }
            return run.get().call() instanceof Val.Result result && result.isOk();
        } finally {
            state.close();
        }
    }
}

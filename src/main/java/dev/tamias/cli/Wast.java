package dev.tamias.cli;

import dev.tamias.cli.wast.Script;
import dev.tamias.cli.wast.ScriptRunner;
import dev.tamias.cli.wast.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wast}: conformance scripts in their JSON form, one line a command. Exit 0 whatever the verdicts. */
@Command(
        name = "wast",
        description = "Runs conformance scripts that wasm-tools json-from-wast has converted.",
        mixinStandardHelpOptions = true)
final class Wast implements Callable<Integer> {

    /** What a converted script is called where each has a folder of its own. */
    private static final String FOLDERS_SCRIPT = "/spec.json";

    @Option(
            names = "--timeout-ms",
            paramLabel = "MS",
            description = "How long each command may take; 10000 where not said.")
    private long timeout = 10_000;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The folder below which scripts are named.")
    private @Nullable Path root;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scripts in their JSON form.")
    private List<Path> files = new ArrayList<>();

    private final Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);

    @Override
    public Integer call() throws IOException {
        if (timeout < 1) {
            throw new WrongUsage("--timeout-ms takes a time, and was given " + timeout + ".");
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new WrongUsage("There is no file \"" + file + "\".");
            }
        }
        ScriptRunner runner = new ScriptRunner(Duration.ofMillis(timeout));
        try (Writer out = Output.open(null)) {
            for (Path file : files) {
                run(runner, file, out);
            }
            out.write(
                    count(Verdict.Kind.PASS)
                            + " passed, "
                            + (count(Verdict.Kind.FAIL) + count(Verdict.Kind.CRASH))
                            + " failed, "
                            + count(Verdict.Kind.SKIP)
                            + " skipped\n");
        }
        return 0;
    }

    private void run(ScriptRunner runner, Path file, Writer out) throws IOException {
        Script script;
        try {
            script = Script.read(file);
        } catch (IOException e) {
            say(out, file, 0, 0, "script", Verdict.unreadable(e));
            return;
        }
        runner.run(
                script,
                (command, verdict) ->
                        say(out, file, command.index(), command.line(), command.type(), verdict));
    }

    private void say(Writer out, Path file, int index, int line, String type, Verdict verdict)
            throws IOException {
        counts.merge(verdict.kind(), 1, Integer::sum);
        out.write(Line.of(name(file), index, line, type, "-", verdict) + "\n");
        out.flush();
    }

    private int count(Verdict.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** The path below the root, without the name that is every script's. */
    private String name(Path file) {
        Path named = file;
        if (root != null) {
            Path top = root.toAbsolutePath().normalize();
            Path whole = file.toAbsolutePath().normalize();
            named = whole.startsWith(top) ? top.relativize(whole) : file;
        }
        String name = named.toString().replace('\\', '/');
        return name.endsWith(FOLDERS_SCRIPT)
                ? name.substring(0, name.length() - FOLDERS_SCRIPT.length())
                : name;
    }
}

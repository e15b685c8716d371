package dev.tamias.cli;

import dev.tamias.engine.Engine;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}: whether files are valid, one line a file, in their order. Exit 0 whatever the verdicts. */
@Command(
        name = "validate",
        description = "Says of components and core modules whether they are valid.",
        mixinStandardHelpOptions = true)
final class Validate implements Callable<Integer> {

    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** Files that are worked on, or wait for their turn to be written. */
    private static final int AHEAD = 64;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Components or core modules.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--list", paramLabel = "FILE", description = "A file of paths, one a line.")
    private @Nullable Path list;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> paths = paths();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Writer out = Output.open(null);
                Engine engine = Engine.builder().build()) {
            validate(paths, new Validation(engine), threads, out);
        } finally {
            threads.shutdownNow();
        }
        return 0;
    }

    private List<String> paths() throws IOException {
        if (files.isEmpty() == (list == null)) {
            throw new WrongUsage("validate takes either FILE... or --list FILE.");
        }
        return list == null
                ? files
                : Files.readAllLines(list).stream().filter(line -> !line.isBlank()).toList();
    }

    private static void validate(
            List<String> paths, Validation validation, ExecutorService threads, Writer out)
            throws IOException, InterruptedException {
        Deque<Future<String>> ahead = new ArrayDeque<>();
        for (String path : paths) {
            ahead.add(threads.submit(() -> line(path, validation.of(path))));
            while (ahead.size() == AHEAD || !ahead.isEmpty() && ahead.getFirst().isDone()) {
                write(ahead.remove(), out);
            }
        }
        while (!ahead.isEmpty()) {
            write(ahead.remove(), out);
        }
    }

    private static String line(String path, Validation.Verdict verdict) {
        return Line.of(
                path, verdict.verdict(), verdict.thrown(), verdict.offset(), verdict.message());
    }

    private static void write(Future<String> line, Writer out)
            throws IOException, InterruptedException {
        try {
            out.write(line.get() + "\n");
            out.flush();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a verdict could not be reached", e.getCause());
        }
    }
}

package dev.tamias.cli;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench}: how fast parsers fill a table. Every figure is of a JVM of its own, started with an
 * empty code cache (cold) and then with the cache that the first has left (warm).
 */
@Command(
        name = "bench",
        description = "Measures parsers from file to table over generated inputs.",
        mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    @Option(
            names = "--mb",
            paramLabel = "N",
            description = "Size of an input in MB (10^6 bytes; 68 if not given).")
    private int megabytes = 68;

    @Option(
            names = "--plugin",
            paramLabel = "NAME",
            split = ",",
            description = "lines, dlt, fields, or several (all if not given).")
    private List<String> plugins = new ArrayList<>();

    @Option(
            names = "--starts",
            paramLabel = "N",
            description =
                    "Measures N pairs of starts, without and with caches, and scans of 50 plugins.")
    private int starts;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (megabytes < 1 || megabytes > 1_000) {
            throw new WrongUsage(
                    "--mb takes a number from 1 to 1000, and was given " + megabytes + ".");
        }
        return starts > 0 ? starts() : inputs();
    }

    private int starts() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("tamias-bench-");
        try (Writer out = Output.open(null)) {
            for (String plugin : plugins.isEmpty() ? BenchStart.PLUGINS : plugins) {
                BenchStart start = new BenchStart(plugin, directory);
                out.write(start.measure(starts));
                out.flush();
                if (plugin.equals("fields")) {
                    out.write(start.measureScans());
                }
            }
        } finally {
            delete(directory);
        }
        return 0;
    }

    private int inputs() throws IOException, InterruptedException {
        List<BenchInput> inputs = new ArrayList<>();
        for (String plugin : plugins.isEmpty() ? List.of("lines", "dlt", "fields") : plugins) {
            inputs.add(BenchInput.of(plugin));
        }
        Path directory = Files.createTempDirectory("tamias-bench-");
        try (Writer out = Output.open(null)) {
            for (BenchInput input : inputs) {
                out.write(measure(input, directory));
                out.flush();
            }
        } finally {
            delete(directory);
        }
        return 0;
    }

    private String measure(BenchInput input, Path directory)
            throws IOException, InterruptedException {
        Path file = directory.resolve(input.plugin() + ".in");
        System.err.println("tamias: writing " + megabytes + " MB for " + input.plugin());
        long bytes = input.write(file, megabytes * 1_000_000L);
        Path cache = directory.resolve("cache-" + input.plugin());
        Map<String, String> cold = child(input, file, cache, "first");
        Map<String, String> warm = child(input, file, cache, "first");
        Map<String, String> table = child(input, file, cache, "table");
        Files.delete(file);
        long rows = Long.parseLong(value(table, "rows"));
        return String.join(
                "\n",
                input.plugin()
                        + " "
                        + input.settings()
                        + ", "
                        + bytes
                        + " bytes, "
                        + rows
                        + " rows, JDK "
                        + Runtime.version().feature(),
                rate("file to table, first in a JVM", bytes, rows, seconds(table, "table")),
                rate(
                        "  again, median of " + BenchRun.WARM_RUNS,
                        bytes,
                        rows,
                        seconds(table, "median")),
                rate("  again, best", bytes, rows, seconds(table, "best")),
                figure(
                        "first row, cold (nothing compiled)",
                        "%.0f ms; %.0f ms from the start of the JVM",
                        ms(cold, "first"),
                        ms(cold, "start")),
                figure(
                        "first row, code cache filled",
                        "%.0f ms; %.0f ms from the start of the JVM",
                        ms(warm, "first"),
                        ms(warm, "start")),
                figure("first row, warm JVM", "%.0f ms", ms(warm, "again")),
                figure("peak memory (VmHWM)", "%s", value(table, "peak")),
                "",
                "");
    }

    private static String rate(String title, long bytes, long rows, double seconds) {
        return figure(
                title,
                "%.1f MB/s, %,.0f rows/s (%.2f s)",
                bytes / 1e6 / seconds,
                rows / seconds,
                seconds);
    }

    private static String figure(String title, String format, Object... figures) {
        return String.format(Locale.ROOT, "  %-36s", title)
                + String.format(Locale.ROOT, format, figures);
    }

    private static Map<String, String> child(BenchInput input, Path file, Path cache, String what)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(what, input.plugin(), file.toString()));
        input.settings().forEach((id, value) -> arguments.add(id + "=" + value));
        return child(cache, arguments);
    }

    /**
     * What a JVM of its own has measured.
     *
     * @param cache where that JVM keeps compiled code
     * @param arguments of {@link BenchRun}: what it measures, the plugin, and more
     */
    static Map<String, String> child(Path cache, List<String> arguments)
            throws IOException, InterruptedException {
        String what = arguments.get(1) + ", " + arguments.get(0);
        System.err.println("tamias: measuring " + what);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.add("bench-run");
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        Process process = builder.start();
        Map<String, String> figures = new LinkedHashMap<>();
        try (InputStream answer = process.getInputStream()) {
            for (String line :
                    new String(answer.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] pair = line.split("=", 2);
                figures.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
        }
        if (process.waitFor() != 0) {
            throw new HostException(Trouble.PARSE, "The measurement of " + what + " failed.");
        }
        return figures;
    }

    static double ms(Map<String, String> figures, String key) {
        return seconds(figures, key) * 1_000;
    }

    static double seconds(Map<String, String> figures, String key) {
        return Double.parseDouble(value(figures, key));
    }

    private static String value(Map<String, String> figures, String key) {
        return figures.getOrDefault(key, "NaN");
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

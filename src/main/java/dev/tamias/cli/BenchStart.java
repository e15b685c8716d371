package dev.tamias.cli;

import dev.tamias.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The part of {@link Bench} about starts: how long it takes a new JVM from before the scan of a plugins
 * directory to a parser's first row. Pairs of JVMs, one without any cache and one with what that left.
 */
final class BenchStart {

    /** Bundled plugins, each with its bundled log. */
    private static final Map<String, String> LOGS =
            Map.of("lines", "lines.log", "dlt", "sample.dlt", "fields", "fields.csv");

    static final List<String> PLUGINS = List.of("lines", "dlt", "fields");

    private final String plugin;
    private final Path directory;
    private final Path log;

    /** Puts a copy of the plugin in a directory of its own, for nothing is cached of what is bundled. */
    BenchStart(String plugin, Path directory) throws IOException {
        String name = LOGS.get(plugin);
        if (name == null) {
            throw new WrongUsage("Starts are measured of " + PLUGINS + ", not of " + plugin + ".");
        }
        this.plugin = plugin;
        this.directory = directory.resolve("start-" + plugin);
        this.log = directory.resolve(name);
        copy("samples/" + name, log);
        for (String file : List.of(plugin + ".wasm", plugin + ".toml")) {
            String path = "parsers/" + plugin + "/" + file;
            copy("plugins/" + path, this.directory.resolve("plugins/" + path));
        }
    }

    /** The plugins directory that holds the plugin alone. */
    Path plugins() {
        return directory.resolve("plugins");
    }

    /** The plugin's log. */
    Path log() {
        return log;
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream in = Plugins.class.getResourceAsStream(resource)) {
            if (in != null) {
                Files.createDirectories(to.getParent());
                Files.copy(in, to);
            }
        }
    }

    /** Measures pairs of starts and says what they took. */
    String measure(int pairs) throws IOException, InterruptedException {
        List<double[]> cold = new ArrayList<>();
        List<double[]> warm = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Path caches = directory.resolve("cache");
            if (Files.exists(caches)) {
                Bench.delete(caches);
            }
            Files.deleteIfExists(plugins().resolve(".tamias-cache"));
            cold.add(start());
            warm.add(start());
        }
        return plugin
                + ", "
                + pairs
                + " pairs, JDK "
                + Runtime.version().feature()
                + "\n"
                + line("scan to first row", cold, warm, 0)
                + line("the whole command", cold, warm, 1)
                + "\n";
    }

    private double[] start() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Map<String, String> figures =
                Bench.child(
                        directory.resolve("cache"),
                        List.of("start", plugin, log.toString(), plugins().toString()));
        double whole = (System.nanoTime() - start) / 1e9;
        return new double[] {Bench.seconds(figures, "first"), whole};
    }

    private static String line(String title, List<double[]> cold, List<double[]> warm, int which) {
        double[] colds = sorted(cold, which);
        double[] warms = sorted(warm, which);
        return String.format(
                Locale.ROOT,
                "  %-20s without caches %4.0f ms (%.0f-%.0f), with them %4.0f ms (%.0f-%.0f): %.1f times faster%n",
                title,
                median(colds),
                colds[0],
                colds[colds.length - 1],
                median(warms),
                warms[0],
                warms[warms.length - 1],
                median(colds) / median(warms));
    }

    /** In milliseconds. */
    private static double[] sorted(List<double[]> all, int which) {
        return all.stream().mapToDouble(each -> each[which] * 1_000).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    /** How many plugins a directory has that is scanned again and again. */
    private static final int SCANNED = 50;

    private static final int SCANS = 11;

    /** What {@code scan} of {@link BenchRun} does: scans of fifty plugins in the JVM that it is about. */
    static String scans(Path directory) throws IOException {
        byte[] fields = Files.readAllBytes(directory.resolve("parsers/fields/fields.wasm"));
        for (int i = 0; i < SCANNED; i++) {
            // A custom section makes each a file of its own.
            byte[] own = Arrays.copyOf(fields, fields.length + 5);
            System.arraycopy(new byte[] {0, 3, 1, 'n', (byte) i}, 0, own, fields.length, 5);
            Path folder = directory.resolve("parsers/plugin" + i);
            Files.createDirectories(folder);
            Files.write(folder.resolve("plugin" + i + ".wasm"), own);
        }
        double first = scan(directory);
        double[] again = new double[SCANS];
        Arrays.setAll(again, i -> scan(directory));
        Arrays.sort(again);
        return "first=" + first + "\nmedian=" + again[SCANS / 2] + "\nworst=" + again[SCANS - 1];
    }

    private static double scan(Path directory) {
        long start = System.nanoTime();
        Plugins plugins = Plugins.scan(directory).check();
        if (!plugins.warnings().isEmpty()) {
            throw new UncheckedIOException(new IOException(plugins.warnings().toString()));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Measures scans of fifty plugins, the first with empty caches. */
    String measureScans() throws IOException, InterruptedException {
        Map<String, String> figures =
                Bench.child(
                        directory.resolve("cache-scan"),
                        List.of("scan", "fields", "", plugins().toString()));
        return String.format(
                Locale.ROOT,
                "%d plugins: first scan %.0f ms, again in the same JVM %.1f ms (median of %d; worst %.1f)%n%n",
                SCANNED,
                Bench.ms(figures, "first"),
                Bench.ms(figures, "median"),
                SCANS,
                Bench.ms(figures, "worst"));
    }
}

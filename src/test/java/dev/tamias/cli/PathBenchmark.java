package dev.tamias.cli;

import static dev.tamias.Bytes.file;

import com.sun.management.OperatingSystemMXBean;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time goes from a file to a table: CPU seconds of the whole process with the rows thrown away and
 * with a table made of them, in turn, and the shares of what a sampling profiler finds on the way. Run by
 * hand: {@code java … dev.tamias.cli.PathBenchmark [MB [rounds [plugin …]]]}.
 */
final class PathBenchmark {

    /** Rounds before those that count, while the JVM compiles. */
    private static final int WARM_UP = 3;

    private static final int METHODS = 20;

    private PathBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        List<String> plugins =
                arguments.length > 2
                        ? Arrays.asList(arguments).subList(2, arguments.length)
                        : List.of("lines", "dlt", "fields");
        System.out.println(
                "load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        for (String plugin : plugins) {
            Path log = Files.createTempFile("tamias-path-", ".in");
            try {
                BenchInput input = BenchInput.of(plugin);
                input.write(log, megabytes * 1_000_000L);
                measure(input, log, rounds);
            } finally {
                Files.delete(log);
            }
        }
        System.out.println(
                "load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void measure(BenchInput input, Path log, int rounds) throws IOException {
        ParserStep parser = Plugins.scan().parser(input.plugin());
        for (Map.Entry<String, String> setting : input.settings().entrySet()) {
            parser = parser.set(setting.getKey(), setting.getValue());
        }
        SourceStep step = parser.over(file(log));
        double[] none = new double[rounds];
        double[] table = new double[rounds];
        long rows = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            double first = cpu();
            rows = step.summary().rows();
            double second = cpu();
            int made = step.table().rowCount();
            double third = cpu();
            if (made != rows) {
                throw new IllegalStateException(made + " rows of " + rows);
            }
            if (round >= 0) {
                none[round] = second - first;
                table[round] = third - second;
            }
        }
        double thrown = median(none);
        double kept = median(table);
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, %.1f MB%n  thrown away %.3f us a row (%.3f to %.3f), table %.3f us a row (%.3f to %.3f): %,.0f rows/s and core, the table's share %.0f %%%n",
                input.plugin(),
                rows,
                Files.size(log) / 1e6,
                thrown * 1e6 / rows,
                none[0] * 1e6 / rows,
                none[rounds - 1] * 1e6 / rows,
                kept * 1e6 / rows,
                table[0] * 1e6 / rows,
                table[rounds - 1] * 1e6 / rows,
                rows / kept,
                100 * (kept - thrown) / kept);
        profile(step, rounds);
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    private static double cpu() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static void profile(SourceStep step, int rounds) throws IOException {
        Path recorded = Files.createTempFile("tamias-path-", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            for (int round = 0; round < rounds; round++) {
                step.table();
            }
            recording.stop();
            recording.dump(recorded);
        }
        Map<String, Integer> shares = new TreeMap<>();
        Map<String, Integer> methods = new HashMap<>();
        int all = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(recorded)) {
            if (event.getStackTrace() != null) {
                String[] found = part(event.getStackTrace().getFrames());
                shares.merge(found[0], 1, Integer::sum);
                if (!found[0].startsWith("guest")) {
                    methods.merge(found[1], 1, Integer::sum);
                }
                all++;
            }
        }
        Files.delete(recorded);
        print(shares, all, shares.size());
        print(methods, all, METHODS);
    }

    private static void print(Map<String, Integer> counts, int all, int most) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(most)
                .forEach(
                        each ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "  %5.1f %%  %s%n",
                                        100.0 * each.getValue() / all,
                                        each.getKey()));
        System.out.println();
    }

    /** The part of the path that a sample was taken in, as the innermost frame says that can, and its method. */
    private static String[] part(List<RecordedFrame> frames) {
        boolean building =
                frames.stream()
                        .anyMatch(frame -> name(frame).equals("dev.tamias.table.TableSink.build"));
        for (RecordedFrame frame : frames) {
            String name = name(frame);
            String part = building ? "table, made of the columns" : part(name);
            if (!part.isEmpty() && name.startsWith("dev.tamias") || part.startsWith("guest")) {
                return new String[] {part, name};
            }
        }
        return new String[] {"other", "other"};
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String part(String name) {
        if (name.startsWith("com.dylibso.chicory")) {
            return "guest's code";
        }
        if (name.startsWith("dev.tamias.component.abi.ByteListCodec")
                || name.endsWith("ParserBindings.parse")) {
            return "copy in";
        }
        if (name.startsWith("dev.tamias.component") || name.startsWith("dev.tamias.host")) {
            return "lift, item by item";
        }
        if (name.startsWith("dev.tamias.table")) {
            return "cells into columns";
        }
        if (name.startsWith("dev.tamias.source")) {
            return "file";
        }
        return name.startsWith("dev.tamias.engine")
                ? ""
                : name.startsWith("dev.tamias") ? "session" : "";
    }
}

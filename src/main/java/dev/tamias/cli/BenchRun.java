package dev.tamias.cli;

import static dev.tamias.Bytes.file;

import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import dev.tamias.model.ParsedItem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bench-run}: one measurement of {@link Bench}, in seconds, in the JVM that it is about. */
@Command(name = "bench-run", hidden = true)
final class BenchRun implements Callable<Integer> {

    /** Runs in the same JVM after the first, whose code the JVM has begun to optimise. */
    static final int WARM_RUNS = 5;

    @Parameters(index = "0")
    private String what = "";

    @Parameters(index = "1")
    private String plugin = "";

    @Parameters(index = "2")
    private String input = "";

    @Parameters(index = "3..*", arity = "0..*")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (what.equals("start")) {
            System.out.println("first=" + start(Path.of(settings.get(0))));
            return 0;
        }
        if (what.equals("scan")) {
            System.out.println(BenchStart.scans(Path.of(settings.get(0))));
            return 0;
        }
        ParserStep parser = Plugins.scan().parser(plugin);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            parser = parser.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        SourceStep step = parser.over(file(input));
        if (what.equals("first")) {
            firstRows(step);
        } else {
            table(step);
        }
        return 0;
    }

    /** From before the scan of a directory to a plugin's first row. */
    private double start(Path directory) {
        long start = System.nanoTime();
        firstRow(Plugins.scan(directory).parser(plugin).over(file(input)));
        return (System.nanoTime() - start) / 1e9;
    }

    private static void firstRows(SourceStep step) {
        double first = firstRow(step);
        long sinceStart =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println("first=" + first);
        System.out.println("start=" + sinceStart / 1e3);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            best = Math.min(best, firstRow(step));
        }
        System.out.println("again=" + best);
    }

    private static double firstRow(SourceStep step) {
        long start = System.nanoTime();
        try (Stream<ParsedItem> items = step.items()) {
            if (items.findFirst().isEmpty()) {
                throw new IllegalStateException("the input has no item");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void table(SourceStep step) throws IOException {
        long start = System.nanoTime();
        int rows = step.table().rowCount();
        System.out.println("table=" + (System.nanoTime() - start) / 1e9);
        System.out.println("rows=" + rows);
        System.out.println("peak=" + BenchPeak.kilobytes() + " kB");
        double[] again = new double[WARM_RUNS];
        for (int i = 0; i < again.length; i++) {
            start = System.nanoTime();
            step.table();
            again[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(again);
        System.out.println("best=" + again[0]);
        System.out.println("median=" + again[again.length / 2]);
    }
}

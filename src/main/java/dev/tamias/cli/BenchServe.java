package dev.tamias.cli;

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.files;

import com.sun.management.OperatingSystemMXBean;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import dev.tamias.engine.Engine;
import dev.tamias.model.ParsedItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code bench-serve}: measurements in one JVM that stays, as {@code bench/run.py} asks for them, by turns
 * with other engines. A line of words with tabs between them asks, a line of {@code key=value} answers:
 * {@code cpu}, seconds of the threads of Java; {@code process}, of the whole process, the JVM's compiler
 * and collector with it; {@code wall}; {@code rows}.
 *
 * <table>
 * <caption>What may be asked</caption>
 * <tr><td>write PLUGIN FILE BYTES</td><td>writes an input</td></tr>
 * <tr><td>parse PLUGIN FILE WINDOW [ID=VALUE]…</td><td>slices in, rows thrown away</td></tr>
 * <tr><td>summary | table | first PLUGIN FILE[|FILE]… [ID=VALUE]…</td><td>as a user does it</td></tr>
 * <tr><td>summary-whole | table-whole …</td><td>a file as a whole, on one thread</td></tr>
 * <tr><td>spin THREADS</td><td>what the machine's cores have to give</td></tr>
 * <tr><td>peak</td><td>the process's memory</td></tr>
 * </table>
 */
@Command(name = "bench-serve", hidden = true)
final class BenchServe implements Callable<Integer> {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** More rows than there are: whose first rows alone are asked for, that file is not split. */
    private static final long WHOLE = Long.MAX_VALUE - 1;

    private static final int SPINS = 100_000_000;

    private final Map<String, BenchSlices> slices = new HashMap<>();
    private long spun;

    /** What a measurement found, besides times; such as rows. */
    @FunctionalInterface
    private interface Measured {
        long run() throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(answer(List.of(line.split("\t"))));
        }
        return 0;
    }

    private String answer(List<String> words) throws Exception {
        return switch (words.get(0)) {
            case "write" ->
                    "bytes="
                            + BenchInput.of(words.get(1))
                                    .write(Path.of(words.get(2)), Long.parseLong(words.get(3)));
            case "parse" -> {
                BenchSlices parser = slices(words);
                yield timed(parser::parse);
            }
            case "summary" -> timed(() -> step(words).summary().rows());
            case "table" -> timed(() -> step(words).table().rowCount());
            case "summary-whole" -> timed(() -> step(words).head(WHOLE).summary().rows());
            case "table-whole" -> timed(() -> step(words).head(WHOLE).table().rowCount());
            case "first" -> timed(() -> firstRow(words));
            case "spin" -> timed(() -> spin(Integer.parseInt(words.get(1))));
            case "peak" -> "peak=" + BenchPeak.kilobytes();
            default -> throw new WrongUsage("bench-serve knows no \"" + words.get(0) + "\".");
        };
    }

    private BenchSlices slices(List<String> words) throws IOException {
        String key = String.join("\t", words);
        BenchSlices known = slices.get(key);
        if (known == null) {
            known =
                    BenchSlices.open(
                            words.get(1),
                            BenchSlices.settings(words.subList(4, words.size())),
                            Path.of(words.get(2)),
                            Integer.parseInt(words.get(3)));
            slices.put(key, known);
        }
        return known;
    }

    private static SourceStep step(List<String> words) {
        ParserStep parser = Plugins.scan().parser(words.get(1));
        for (Map.Entry<String, String> setting :
                BenchSlices.settings(words.subList(3, words.size())).entrySet()) {
            parser = parser.set(setting.getKey(), setting.getValue());
        }
        List<Path> inputs = Arrays.stream(words.get(2).split("\\|")).map(Path::of).toList();
        return parser.over(inputs.size() == 1 ? file(inputs.get(0)) : files(inputs));
    }

    private static long firstRow(List<String> words) {
        try (Stream<ParsedItem> items = step(words).items()) {
            if (items.findFirst().isEmpty()) {
                throw new IllegalStateException("the input has no item");
            }
        }
        return 1;
    }

    /** The same work on each of so many threads. */
    private long spin(int threads) throws InterruptedException, ExecutionException {
        List<Future<Long>> others =
                Stream.generate(() -> Engine.shared().executor().start(BenchServe::spinOnce))
                        .limit(threads)
                        .toList();
        for (Future<Long> other : others) {
            spun += other.get();
        }
        return spun == 0 ? 0 : threads;
    }

    /** Chains that do not wait for each other: two threads on one core get no more than one. */
    private static Long spinOnce() {
        long a = System.nanoTime() | 1;
        long b = a + 2;
        long c = a + 4;
        long d = a + 6;
        long e = a + 8;
        long f = a + 10;
        for (int i = 0; i < SPINS; i++) {
            a = stirred(a);
            b = stirred(b);
            c = stirred(c);
            d = stirred(d);
            e = stirred(e);
            f = stirred(f);
        }
        return a ^ b ^ c ^ d ^ e ^ f;
    }

    private static long stirred(long state) {
        long a = state ^ state << 13;
        long b = a ^ a >>> 7;
        return b ^ b << 17;
    }

    private static String timed(Measured measured) throws Exception {
        double cpu = cpu();
        double process = SYSTEM.getProcessCpuTime() / 1e9;
        long wall = System.nanoTime();
        long rows = measured.run();
        return "wall="
                + (System.nanoTime() - wall) / 1e9
                + "\tcpu="
                + (cpu() - cpu)
                + "\tprocess="
                + (SYSTEM.getProcessCpuTime() / 1e9 - process)
                + "\trows="
                + rows;
    }

    /** Of all threads of Java; those that work for the engine stay from one measurement to the next. */
    private static double cpu() {
        long all = 0;
        for (long id : THREADS.getAllThreadIds()) {
            all += Math.max(0, THREADS.getThreadCpuTime(id));
        }
        return all / 1e9;
    }
}

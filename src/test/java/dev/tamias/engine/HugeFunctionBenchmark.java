package dev.tamias.engine;

import dev.tamias.engine.binary.CodeSection;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.SplitSizes;
import dev.tamias.engine.binary.TypeSpace;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A function of 85 KB, too large for a Java method: split and compiled, and left whole to the
 * interpreter, by turns, in CPU time of the thread. Run by hand: {@code java …
 * dev.tamias.engine.HugeFunctionBenchmark [pairs]}.
 */
final class HugeFunctionBenchmark {

    /** Makes 85 KB. */
    private static final int OPERATIONS = 156;

    private static final int STEPS = 20_000;

    /** Calls of compiled code that count as one, which alone would be over too soon. */
    private static final int CALLS = 20;

    private static final int WARM_UP = 10;

    private HugeFunctionBenchmark() {}

    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        CoreBinary module = FunctionSplitterTest.interpreter(OPERATIONS);
        byte[] rewritten = TypeSpace.of(List.of(module)).rewrite(module);
        SplitSizes never = new SplitSizes(Integer.MAX_VALUE, 1, 1, List.of());
        double[] ratios = new double[pairs];
        double[] split = new double[pairs];
        double[] left = new double[pairs];
        try (Engine whole = Engine.builder().splitSizes(never).build();
                Engine parts = Engine.builder().build()) {
            CoreFunc slow = FunctionSplitterTest.run(whole, module);
            CoreFunc fast = FunctionSplitterTest.run(parts, module);
            for (int pair = -WARM_UP; pair < pairs; pair++) {
                double compiled = seconds(fast, CALLS) / CALLS;
                double interpreted = seconds(slow, 1);
                if (pair >= 0) {
                    split[pair] = compiled;
                    left[pair] = interpreted;
                    ratios[pair] = interpreted / compiled;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "function of %d bytes, %d steps: split %s, left to the interpreter %s: %s times faster; load %.1f%n",
                CodeSection.of(rewritten, module).sizes()[0],
                STEPS,
                median(split, 1_000, " ms"),
                median(left, 1_000, " ms"),
                median(ratios, 1, ""),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double seconds(CoreFunc function, int calls) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int call = 0; call < calls; call++) {
            function.call(STEPS);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static String median(double[] figures, double unit, String name) {
        Arrays.sort(figures);
        return String.format(
                Locale.ROOT,
                "%.1f%s (%.1f to %.1f)",
                figures[figures.length / 2] * unit,
                name,
                figures[0] * unit,
                figures[figures.length - 1] * unit);
    }
}

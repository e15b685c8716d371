package dev.tamias.component.abi;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Engine;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Measures the Canonical ABI: {@code java dev.tamias.component.abi.AbiBenchmark [rounds]}. Each round
 * runs every task once, one after the other, so that all of them meet the same weather; reported are
 * the median and the middle eight tenths, in processor time, of the rounds after the warm-up.
 */
public final class AbiBenchmark {

    private static final int CALLS = 200_000;
    private static final int ITEMS = 60_000;
    private static final int TEXT_BYTES = 41;
    private static final int NUMBERS = 1_000_000;
    private static final int WARM_UP = 30;

    /** Counts what this thread runs, whatever else the machine is busy with. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** What is timed, and how many operations that are. */
    private static final class Task {
        final String name;
        final int operations;
        final LongSupplier work;
        final List<Double> nanos = new ArrayList<>();

        Task(String name, int operations, LongSupplier work) {
            this.name = name;
            this.operations = operations;
            this.work = work;
        }

        void run(boolean counted) {
            long start = CLOCK.getCurrentThreadCpuTime();
            sink += work.getAsLong();
            long time = CLOCK.getCurrentThreadCpuTime() - start;
            if (counted) {
                nanos.add((double) time / operations);
            }
        }

        double median() {
            return quantile(0.5);
        }

        double quantile(double share) {
            double[] sorted = nanos.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[(int) (share * (sorted.length - 1))];
        }

        void report() {
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %9.2f ns each (%.2f to %.2f)%n",
                    name,
                    median(),
                    quantile(0.1),
                    quantile(0.9));
        }
    }

    /** Uses every event, so that none is optimized away. */
    private static final class Summing implements ValVisitor {
        long sum;

        @Override
        public void u32(long value) {
            sum += value;
        }

        @Override
        public void u64(long bits) {
            sum += bits;
        }

        @Override
        public void string(String value) {
            sum += value.length();
        }

        @Override
        public void field(int index) {
            sum += index;
        }
    }

    /** Another visitor. */
    private static final class Counting implements ValVisitor {
        private int count;

        @Override
        public void u32(long value) {
            count++;
        }

        @Override
        public void string(String value) {
            count++;
        }

        @Override
        public void bool(boolean value) {
            count++;
        }

        @Override
        public void endRecord() {
            sink += count;
        }
    }

    private static long sink;

    private AbiBenchmark() {}

    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? 60 : Integer.parseInt(args[0]);
        Limits limits = Limits.defaults();
        try (Engine engine = Engine.builder().build();
                InputStream in =
                        AbiBenchmark.class.getResourceAsStream("/components/abi/benchmark.wasm")) {
            Component component = Component.of(engine, in.readAllBytes());
            Instance instance = new Linker(engine).instantiate(component, limits);
            List<Task> tasks = tasks(instance);
            meetManyTypes();
            for (int i = 0; i < WARM_UP + rounds; i++) {
                for (Task task : tasks) {
                    task.run(i >= WARM_UP);
                }
            }
            tasks.forEach(Task::report);
            double copying = tasks.get(1).median();
            System.out.printf(
                    Locale.ROOT,
                    "the list is told at %.2f of the speed of copying its strings (sum %d)%n",
                    copying / tasks.get(2).median(),
                    sink);
        }
    }

    /** A program has more than one type and one visitor: the compiler is not to count on them. */
    private static void meetManyTypes() {
        RandomValues random = new RandomValues(3);
        Codecs codecs = new Codecs();
        for (int i = 0; i < 300; i++) {
            ValType type = random.type(3);
            Codec codec = codecs.of(type);
            GuestMemory guest = GuestMemory.utf8();
            codec.store(guest.call(), random.value(type), 64);
            for (int j = 0; j < 100; j++) {
                codec.visit(guest.call(), 64, j % 2 == 0 ? new Summing() : new Counting());
                sink += codec.load(guest.call(), 64).hashCode();
            }
        }
    }

    private static List<Task> tasks(Instance instance) {
        Func add = func(instance, "producer", "add");
        Func items = func(instance, "producer", "items");
        Func passAdd = func(instance, "consumer", "add");
        Func passItems = func(instance, "consumer", "items");
        Func passNumbers = func(instance, "consumer", "numbers");
        CoreMemory memory = GuestMemory.of(64, Limits.defaults()).memory;
        int[] pointers = strings(memory);
        return List.of(
                new Task("call with three scalars", CALLS, () -> calls(add)),
                new Task("copy a string of 41 bytes", ITEMS, () -> copyStrings(memory, pointers)),
                new Task("tell a record (u32, u32, u64, string)", ITEMS, () -> tell(items)),
                new Task("lift the record to a Val", ITEMS, () -> lift(items)),
                new Task("call between components", CALLS, () -> number(passAdd, CALLS)),
                new Task("pass the record on", ITEMS, () -> number(passItems, ITEMS)),
                new Task("pass on a u64 of a list", NUMBERS, () -> number(passNumbers, NUMBERS)));
    }

    private static Func func(Instance instance, String of, String name) {
        return instance.func(of, name).orElseThrow();
    }

    private static int[] strings(CoreMemory memory) {
        byte[] text = new byte[TEXT_BYTES];
        Arrays.fill(text, (byte) 'x');
        int[] pointers = new int[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            pointers[i] = 1024 + i * 48;
            memory.writeBytes(pointers[i], text, 0, TEXT_BYTES);
        }
        return pointers;
    }

    private static long calls(Func add) {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            Val result = add.call(new Val.U32(i), new Val.U32(2), new Val.U64(sum));
            sum = ((Val.U64) result).bits();
        }
        return sum;
    }

    private static long copyStrings(CoreMemory memory, int[] pointers) {
        long sum = 0;
        for (int pointer : pointers) {
            sum +=
                    new String(memory.readBytes(pointer, TEXT_BYTES), StandardCharsets.UTF_8)
                            .length();
        }
        return sum;
    }

    private static long tell(Func items) {
        Summing visitor = new Summing();
        items.call(visitor, new Val.U32(ITEMS));
        return visitor.sum;
    }

    private static long lift(Func items) {
        Val list = items.call(new Val.U32(ITEMS));
        return ((Val.ListOf) list).elements().size();
    }

    private static long number(Func func, int argument) {
        Val result = func.call(new Val.U32(argument));
        return result instanceof Val.U64 number ? number.bits() : ((Val.U32) result).value();
    }
}

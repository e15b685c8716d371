package dev.tamias.table;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.engine.Engine;
import dev.tamias.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a call over the Canonical ABI costs, a value that is lifted or lowered, and a cell for the sink:
 * {@code kernel/tamias bench --small}. Lists are of 100 records {@code (u32, u32, u64, string)} with strings
 * of 41 bytes; {@code small.wat} is the guest.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SmallCostsBenchmark {

    private static final int TIMES = 10_000;
    private static final int ITEMS = 100;
    private static final String TEXT = "2026-01-01 12:00:00.000 INFO net 00000000";
    private static final List<String> NAMES = List.of("Time", "Level", "Component", "Message");
    private static final int ROWS = 500;

    /** A sink is made anew when it has so many. */
    private static final int MOST_ROWS = 200_000;

    /** Adds up what it is told, so that nothing of it is left out. */
    private static final class Summing implements ValVisitor {
        private long sum;

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
    }

    private @Nullable Engine engine;
    private Func nothing;
    private Func nothingTimes;
    private Func text;
    private Func items;
    private Func takeText;
    private Func takeBytes;
    private Func takeItems;
    private final Val string = new Val.Str(TEXT);
    private final Val bytes = new Val.Bytes(new byte[256 << 10]);
    private final Val records =
            new Val.ListOf(LongStream.range(0, ITEMS).mapToObj(this::item).toList());
    private final List<Encoded> rows = Encoded.of(rows());
    private TableSink sink = sink();
    private int filled;

    private Val item(long number) {
        return new Val.Record(
                List.of(new Val.U32(number), new Val.U32(7), new Val.U64(number), string));
    }

    /** Times that rise, levels and components of a few kinds, messages that are all different. */
    private static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(
                    List.of(
                            "2026-01-01 12:00:00." + (100 + i),
                            i % 7 == 0 ? "WARN" : "INFO",
                            "dev.example.component." + i % 40,
                            "request " + i + " took a while, as they mostly do in such logs"));
        }
        return rows;
    }

    private static TableSink sink() {
        return new TableSink("t", new ColumnPlan(NAMES), TableOptions.defaults());
    }

    @Setup
    public void start() throws IOException {
        engine = Engine.builder().build();
        try (InputStream in = getClass().getResourceAsStream("/components/abi/small.wasm")) {
            Component component = Component.of(engine, in.readAllBytes());
            Instance instance = new Linker(engine).instantiate(component, Limits.defaults());
            nothing = instance.func("nothing").orElseThrow();
            nothingTimes = instance.func("nothing-times").orElseThrow();
            text = instance.func("text").orElseThrow();
            items = instance.func("items").orElseThrow();
            takeText = instance.func("take-text").orElseThrow();
            takeBytes = instance.func("take-bytes").orElseThrow();
            takeItems = instance.func("take-items").orElseThrow();
        }
    }

    @TearDown
    public void stop() {
        engine.close();
    }

    /** A call within the guest, through a table. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void wasmCall() {
        nothingTimes.call(new Val.U32(TIMES));
    }

    /** A call of the host that takes and gives nothing. */
    @Benchmark
    public void call() {
        nothing.call();
    }

    /** A call that gives a string of 41 bytes. */
    @Benchmark
    public Val liftString() {
        return text.call();
    }

    /** A record of a list, as values. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public Val liftRecord() {
        return items.call();
    }

    /** A record of a list, told to a visitor. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long tellRecord() {
        Summing visitor = new Summing();
        items.call(visitor);
        return visitor.sum;
    }

    /** A call that takes a string of 41 bytes. */
    @Benchmark
    public Val lowerString() {
        return takeText.call(string);
    }

    /** A record of a list that the guest takes. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public Val lowerRecord() {
        return takeItems.call(records);
    }

    /** A slice for a parser: a list of 256 KiB. */
    @Benchmark
    public Val lowerSlice() {
        return takeBytes.call(bytes);
    }

    /** A cell for the sink, as bytes; the table that is made of it at the end is not counted. */
    @Benchmark
    @OperationsPerInvocation(ROWS * 4)
    public TableSink cell() {
        if (filled == MOST_ROWS) {
            sink = sink();
            filled = 0;
        }
        for (Encoded row : rows) {
            sink.append(row);
        }
        filled += ROWS;
        return sink;
    }
}

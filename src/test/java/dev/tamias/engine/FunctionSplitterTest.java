package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CodeSection;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.FunctionSplitter;
import dev.tamias.engine.binary.SplitSizes;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Split functions do what they did whole. */
class FunctionSplitterTest {

    private static final SplitSizes TINY = new SplitSizes(30, 20, 200, List.of(30, 8));
    private static final SplitSizes NEVER = new SplitSizes(Integer.MAX_VALUE, 1, 1, List.of());
    private static final int MODULES = 60;
    private static final int LARGE_MODULES = 12;

    private static long seed() {
        String given = System.getProperty("tamias.seed", "20261123");
        return given.equals("random") ? new Random().nextLong() : Long.parseLong(given);
    }

    static CoreFunc run(Engine engine, CoreBinary module) {
        return (CoreFunc)
                engine.compile(module, TypeSpace.of(List.of(module)))
                        .instantiate(
                                (from, name) -> {
                                    throw new AssertionError();
                                },
                                Limits.defaults())
                        .exports()
                        .get("run");
    }

    private static long[] arguments(Random random) {
        return new long[] {
            random.nextInt() & 0xffff_ffffL,
            random.nextLong(),
            Double.doubleToRawLongBits(random.nextInt(1000)),
            Float.floatToRawIntBits(random.nextInt(100)),
            200
        };
    }

    private static int functions(byte[] module) {
        return CodeSection.of(module, CoreBinary.of(module)).sizes().length;
    }

    @Test
    void random_functions_give_the_same_results() {
        long seed = seed();
        System.out.println("FunctionSplitterTest: -Dtamias.seed=" + seed);
        int split = 0;
        try (Engine whole = Engine.builder().compiling(false).build();
                Engine parts = Engine.builder().splitSizes(TINY).build();
                Engine lazy = Engine.builder().splitSizes(TINY).lazyFrom(0).build()) {
            for (int i = 0; i < MODULES; i++) {
                Random random = new Random(seed + i);
                CoreBinary module = RandomFunction.module(random, 20 + random.nextInt(150));
                byte[] rewritten = TypeSpace.of(List.of(module)).rewrite(module);
                split += functions(FunctionSplitter.split(rewritten, TINY)) - functions(rewritten);
                CoreFunc expected = run(whole, module);
                CoreFunc actual = run(parts, module);
                CoreFunc later = run(lazy, module);
                for (int call = 0; call < 20; call++) {
                    long[] arguments = arguments(random);
                    assertThat(List.of(actual.call(arguments), later.call(arguments)))
                            .as("seed %d, module %d, call %d", seed, i, call)
                            .containsOnly(expected.call(arguments));
                }
            }
        }
        assertThat(split).isGreaterThan(10 * MODULES);
    }

    /** Random functions that fit a Java method, and that HotSpot compiles late and badly. */
    @Test
    void functions_beyond_what_HotSpot_compiles_well_are_split_and_give_the_same_results() {
        long seed = seed();
        System.out.println("FunctionSplitterTest: -Dtamias.seed=" + seed);
        int split = 0;
        try (Engine whole = Engine.builder().splitSizes(NEVER).build();
                Engine parts = Engine.builder().build()) {
            for (int i = 0; i < LARGE_MODULES; i++) {
                Random random = new Random(seed + i);
                CoreBinary module = RandomFunction.module(random, 400 + random.nextInt(1_600));
                byte[] rewritten = TypeSpace.of(List.of(module)).rewrite(module);
                byte[] after = FunctionSplitter.split(rewritten, SplitSizes.DEFAULT);
                int size = CodeSection.of(rewritten, module).sizes()[0];
                if (size < SplitSizes.DEFAULT.from()) {
                    assertThat(after).isSameAs(rewritten);
                } else {
                    assertThat(CodeSection.of(after, CoreBinary.of(after)).sizes()[0])
                            .as("what is left of %d bytes, seed %d, module %d", size, seed, i)
                            .isLessThan(size * 3 / 4);
                    split++;
                }
                CoreFunc expected = run(whole, module);
                CoreFunc actual = run(parts, module);
                for (int call = 0; call < 20; call++) {
                    long[] arguments = arguments(random);
                    assertThat(actual.call(arguments))
                            .as("seed %d, module %d, call %d", seed, i, call)
                            .isEqualTo(expected.call(arguments));
                }
            }
        }
        assertThat(split).isBetween(LARGE_MODULES / 4, LARGE_MODULES - 1);
    }

    /** An interpreter over 40 locals: one function of half a kilobyte for each operation. */
    static CoreBinary interpreter(int operations) {
        BinaryWriter code = new BinaryWriter(100_000);
        code.bytes(ModuleBuilder.code(0x03, 0x40));
        for (int i = 0; i <= operations; i++) {
            code.u8(0x02).u8(0x40);
        }
        // The operation: (counter * 7) modulo their number.
        code.bytes(ModuleBuilder.code(0x20, 0, 0x41, 7, 0x6c)).u8(0x41).signed(operations);
        code.bytes(ModuleBuilder.code(0x70, 0x0e)).u32(operations);
        for (int i = 0; i <= operations; i++) {
            code.u32(i);
        }
        for (int i = 0; i <= operations; i++) {
            code.u8(0x0b);
            for (int step = 0; step < 40; step++) {
                int local = 1 + i % 36 + step % 4;
                code.bytes(ModuleBuilder.code(0x20, local, 0x20, 1 + i % 36, 0x41, 3, 0x6c, 0x6a));
                code.bytes(ModuleBuilder.code(0x20, 0, 0x73, 0x21, local));
            }
            // Count down, and go on where something is left.
            code.bytes(ModuleBuilder.code(0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d));
            code.u32(operations - i);
            code.u8(0x20).u8(1).u8(0x0f);
        }
        code.u8(0x0b).u8(0x00);
        return new ModuleBuilder()
                .type(List.of(CoreValType.I32), List.of(CoreValType.I32))
                .func(0, 40, code.toBytes())
                .export("run", ModuleBuilder.FUNC, 0)
                .build();
    }

    @Test
    void an_interpreter_loop_of_100_kilobytes_becomes_many_small_functions() {
        CoreBinary module = interpreter(200);
        byte[] rewritten = TypeSpace.of(List.of(module)).rewrite(module);
        byte[] split = FunctionSplitter.split(rewritten, SplitSizes.DEFAULT);

        CoreBinary valid = CoreBinary.of(split);

        assertThat(CodeSection.of(rewritten, module).sizes()[0]).isGreaterThan(100_000);
        assertThat(CodeSection.of(split, valid).sizes()).hasSizeGreaterThan(30);
        assertThat(Arrays.stream(CodeSection.of(split, valid).sizes()).max().getAsInt())
                .isLessThan(16_000);
        try (Engine whole = Engine.builder().compiling(false).build();
                Engine parts = Engine.builder().build()) {
            CoreFunc expected = run(whole, module);
            CoreFunc actual = run(parts, module);
            for (int count : new int[] {1, 2, 3, 1_000, 5_000}) {
                assertThat(actual.call(count)).isEqualTo(expected.call(count));
            }
        }
    }

    @Test
    void code_from_the_cache_is_of_the_same_splitting(@TempDir Path directory) {
        CoreBinary module = RandomFunction.module(new Random(7), 30);
        long[] arguments = {1, 2, 3, 4, 200};
        long[] expected;
        try (Engine whole = Engine.builder().compiling(false).build()) {
            expected = run(whole, module).call(arguments);
        }
        for (SplitSizes sizes : List.of(SplitSizes.DEFAULT, TINY, SplitSizes.DEFAULT, TINY)) {
            Engine.Builder builder = Engine.builder().cacheDirectory(directory.resolve("code"));
            try (Engine engine = builder.splitSizes(sizes).build()) {
                assertThat(run(engine, module).call(arguments)).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_module_of_small_functions_stays_as_it_is() {
        CoreBinary module = RandomFunction.module(new Random(1), 30);
        byte[] rewritten = TypeSpace.of(List.of(module)).rewrite(module);

        assertThat(FunctionSplitter.split(rewritten, SplitSizes.DEFAULT)).isSameAs(rewritten);
    }
}

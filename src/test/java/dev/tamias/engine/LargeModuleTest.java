package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules whose calls need split switches, and functions that are no Java method. */
class LargeModuleTest {

    private static final CoreValType I32 = CoreValType.I32;
    private static final CoreValType I64 = CoreValType.I64;
    private static final CoreValType F64 = CoreValType.F64;
    private static final int FUNCTIONS = 1_500;

    private static final CoreType.Func HOST = new CoreType.Func(List.of(I32), List.of(I32));

    /**
     * Function {@code 1 + i} adds {@code i} to its parameter, where {@code i} is even; the odd ones are of
     * another type. All stand in the table at {@code i}, a function of the host behind them.
     */
    private static final CoreBinary LARGE = large();

    private static CoreBinary large() {
        ModuleBuilder builder =
                new ModuleBuilder()
                        .type(List.of(I32), List.of(I32))
                        .type(List.of(I64, F64), List.of(F64))
                        .type(List.of(I32, I32), List.of(I32))
                        .type(List.of(I64, F64, I32), List.of(F64))
                        .importFunc("host", "negate", 0)
                        .table(FUNCTIONS + 2);
        int[] elements = new int[FUNCTIONS + 1];
        for (int i = 0; i < FUNCTIONS; i++) {
            if (i % 2 == 0) {
                builder.func(
                        0,
                        0,
                        new BinaryWriter(8).u8(0x20).u8(0).u8(0x41).signed(i).u8(0x6a).toBytes());
            } else {
                // The first as a float, and the second.
                builder.func(1, 0, ModuleBuilder.code(0x20, 0, 0xb9, 0x20, 1, 0xa0));
            }
            elements[i] = 1 + i;
        }
        elements[FUNCTIONS] = 0;
        return builder.func(2, 0, ModuleBuilder.code(0x20, 0, 0x20, 1, 0x11, 0, 0))
                .func(3, 0, ModuleBuilder.code(0x20, 0, 0x20, 1, 0x20, 2, 0x11, 1, 0))
                .element(0, elements)
                .export("table", ModuleBuilder.TABLE, 0)
                .export("call", ModuleBuilder.FUNC, 1 + FUNCTIONS)
                .export("call-float", ModuleBuilder.FUNC, 2 + FUNCTIONS)
                .export("first", ModuleBuilder.FUNC, 1)
                .export("last", ModuleBuilder.FUNC, FUNCTIONS - 1)
                .export("negate", ModuleBuilder.FUNC, 0)
                .build();
    }

    /** Calls the other's functions through its table. */
    private static final CoreBinary CALLER =
            new ModuleBuilder()
                    .type(List.of(F64), List.of())
                    .type(List.of(I32, I32), List.of(I32))
                    .type(List.of(I32), List.of(I32))
                    .importTable("large", "table", 1)
                    .func(1, 0, ModuleBuilder.code(0x20, 0, 0x20, 1, 0x11, 2, 0))
                    .export("call", ModuleBuilder.FUNC, 0)
                    .build();

    private static CoreInstance instance(Engine engine) {
        return engine.compile(LARGE, TypeSpace.of(List.of(LARGE, CALLER)))
                .instantiate(
                        (module, name) ->
                                CoreFunc.host(HOST, arguments -> new long[] {-arguments[0]}),
                        Limits.defaults());
    }

    private static CoreFunc func(CoreInstance instance, String name) {
        return (CoreFunc) instance.exports().get(name);
    }

    /** Compiled at once, and when they are called. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 0})
    void calls_each_of_many_functions_through_a_table(int lazyFrom) {
        try (Engine engine = Engine.builder().lazyFrom(lazyFrom).build()) {
            CoreInstance instance = instance(engine);
            CoreFunc call = func(instance, "call");
            CoreFunc callFloat = func(instance, "call-float");
            for (int i = 0; i < FUNCTIONS; i++) {
                if (i % 2 == 0) {
                    assertThat(call.call(1000, i)).containsExactly(1000 + i);
                } else {
                    assertThat(callFloat.call(i, Double.doubleToRawLongBits(0.5), i))
                            .containsExactly(Double.doubleToRawLongBits(i + 0.5));
                }
            }
            assertThat((int) call.call(7, FUNCTIONS)[0]).isEqualTo(-7);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 0})
    void traps_where_the_function_has_another_type_or_there_is_none(int lazyFrom) {
        try (Engine engine = Engine.builder().lazyFrom(lazyFrom).build()) {
            CoreInstance instance = instance(engine);
            CoreFunc call = func(instance, "call");
            CoreFunc callFloat = func(instance, "call-float");
            assertThatThrownBy(() -> call.call(1, 1)).hasMessageContaining("type mismatch");
            assertThatThrownBy(() -> call.call(1, 1499)).hasMessageContaining("type mismatch");
            assertThatThrownBy(() -> callFloat.call(1, 1, 700))
                    .hasMessageContaining("type mismatch");
            assertThatThrownBy(() -> call.call(1, FUNCTIONS + 1))
                    .hasMessageContaining("uninitialized");
            assertThatThrownBy(() -> call.call(1, FUNCTIONS + 2)).hasMessageContaining("undefined");
            assertThatThrownBy(() -> call.call(1, -1)).hasMessageContaining("undefined");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 0})
    void another_module_calls_them_and_so_does_the_host(int lazyFrom) {
        try (Engine engine = Engine.builder().lazyFrom(lazyFrom).build()) {
            CoreInstance large = instance(engine);
            CoreFunc call =
                    func(
                            engine.compile(CALLER, TypeSpace.of(List.of(LARGE, CALLER)))
                                    .instantiate(
                                            (module, name) -> large.exports().get(name),
                                            Limits.defaults()),
                            "call");
            assertThat(call.call(5, 0)).containsExactly(5);
            assertThat(call.call(5, 1498)).containsExactly(1503);
            assertThat((int) call.call(5, FUNCTIONS)[0]).isEqualTo(-5);
            assertThatThrownBy(() -> call.call(5, 3)).hasMessageContaining("type mismatch");
            assertThat(func(large, "first").call(3)).containsExactly(3);
            assertThat(func(large, "last").call(3)).containsExactly(1501);
            assertThat((int) func(large, "negate").call(3)[0]).isEqualTo(-3);
        }
    }

    /** A class has constants for the calls of about 20,000. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 0})
    void calls_each_of_thirty_thousand_functions(int lazyFrom) {
        int count = 30_000;
        ModuleBuilder builder =
                new ModuleBuilder()
                        .type(List.of(I32), List.of(I32))
                        .type(List.of(I32, I32), List.of(I32))
                        .table(count);
        for (int i = 0; i < count; i++) {
            builder.func(
                    0, 0, new BinaryWriter(8).u8(0x20).u8(0).u8(0x41).signed(i).u8(0x6a).toBytes());
        }
        CoreBinary module =
                builder.func(1, 0, ModuleBuilder.code(0x20, 0, 0x20, 1, 0x11, 0, 0))
                        .element(0, IntStream.range(0, count).toArray())
                        .export("call", ModuleBuilder.FUNC, count)
                        .export("last", ModuleBuilder.FUNC, count - 1)
                        .build();
        try (Engine engine = Engine.builder().lazyFrom(lazyFrom).build()) {
            CoreInstance instance = alone(engine, module);
            for (int i = 0; i < count; i += 997) {
                assertThat(func(instance, "call").call(5, i)).containsExactly(5 + i);
            }
            assertThat(func(instance, "last").call(5)).containsExactly(4 + count);
        }
    }

    /** A function beyond the Java method's 64 KiB that calls a small one, and is called by one. */
    private static CoreBinary huge() {
        BinaryWriter body = new BinaryWriter(120_000).bytes(ModuleBuilder.code(0x20, 0));
        for (int i = 0; i < 12_000; i++) {
            // local.tee 1, i32.const, i32.add, local.get 1, i32.xor, call the small one
            body.u8(0x22).u8(1).u8(0x41).signed(i & 63).u8(0x6a).u8(0x20).u8(1).u8(0x73);
            if (i % 100 == 0) {
                body.u8(0x10).u8(0);
            }
        }
        return new ModuleBuilder()
                .type(List.of(I32), List.of(I32))
                .func(0, 0, ModuleBuilder.code(0x20, 0, 0x41, 3, 0x6a))
                .func(0, 1, body.toBytes())
                .func(0, 0, ModuleBuilder.code(0x20, 0, 0x10, 1))
                .export("run", ModuleBuilder.FUNC, 2)
                .build();
    }

    /** An instance of a module that imports nothing. */
    private static CoreInstance alone(Engine engine, CoreBinary module) {
        return engine.compile(module, TypeSpace.of(List.of(module)))
                .instantiate(
                        (from, name) -> {
                            throw new AssertionError();
                        },
                        Limits.defaults());
    }

    private static long run(Engine engine, CoreBinary module) {
        CoreInstance instance = alone(engine, module);
        return func(instance, "run").call(12_345)[0];
    }

    @Test
    void a_function_too_large_for_a_java_method_is_interpreted(@TempDir Path directory) {
        CoreBinary module = huge();
        long expected;
        try (Engine engine = Engine.builder().compiling(false).build()) {
            expected = run(engine, module);
        }
        try (Engine engine = Engine.builder().cacheDirectory(directory.resolve("code")).build()) {
            assertThat(run(engine, module)).isEqualTo(expected);
        }
        // And from the cache, where the other bodies are gone.
        try (Engine engine = Engine.builder().cacheDirectory(directory.resolve("code")).build()) {
            assertThat(run(engine, module)).isEqualTo(expected);
        }
    }

    /** An instance that has begun with other code cannot change to it; what runs next does. */
    @Test
    void a_function_too_large_that_is_found_late_is_interpreted_from_then_on(
            @TempDir Path directory) {
        CoreBinary module = huge();
        long expected;
        try (Engine engine = Engine.builder().compiling(false).build()) {
            expected = run(engine, module);
        }
        Path code = directory.resolve("code");
        try (Engine engine = Engine.builder().lazyFrom(0).cacheDirectory(code).build()) {
            assertThatThrownBy(() -> run(engine, module))
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining("too large for a Java method")
                    .hasMessageContaining("run this again");
            assertThat(run(engine, module)).isEqualTo(expected);
        }
        try (Engine engine = Engine.builder().lazyFrom(0).cacheDirectory(code).build()) {
            assertThat(run(engine, module)).isEqualTo(expected);
        }
    }

    @Test
    void many_functions_come_from_the_cache_as_they_were(@TempDir Path directory) {
        for (int i = 0; i < 2; i++) {
            try (Engine engine =
                    Engine.builder().cacheDirectory(directory.resolve("code")).build()) {
                assertThat(func(instance(engine), "call").call(1, 1000)).containsExactly(1001);
            }
        }
    }
}

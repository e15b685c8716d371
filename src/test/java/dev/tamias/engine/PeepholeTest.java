package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import dev.tamias.engine.binary.TypeSpace;
import dev.tamias.model.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compiled comparisons, branches and accesses to memory do what the interpreter does. */
class PeepholeTest {

    private static final int FIRST_I32 = 0x45;
    private static final int FIRST_I64 = 0x50;
    private static final int LAST_I64 = 0x5a;
    private static final int EQZ = 0x45;

    private static final long[] NUMBERS = {
        0,
        1,
        2,
        63,
        64,
        -1,
        -2,
        -64,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE - 1,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1,
        1L << 31,
        1L << 32,
        (1L << 32) - 1,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1
    };

    /** What is done with a comparison's result; each gives 1 where it is not zero, and else 2. */
    private static final List<String> USES = List.of("if", "br_if", "select", "value");

    private static byte[] use(String use, byte[] condition) {
        BinaryWriter out = new BinaryWriter(64);
        switch (use) {
            case "if" ->
                    out.bytes(condition)
                            .bytes(ModuleBuilder.code(0x04, 0x7f, 0x41, 1, 0x05, 0x41, 2, 0x0b));
            case "br_if" ->
                    out.bytes(ModuleBuilder.code(0x02, 0x40))
                            .bytes(condition)
                            .bytes(ModuleBuilder.code(0x0d, 0, 0x41, 2, 0x0f, 0x0b, 0x41, 1));
            case "select" ->
                    out.bytes(ModuleBuilder.code(0x41, 1, 0x41, 2))
                            .bytes(condition)
                            .bytes(ModuleBuilder.code(0x1b));
            default ->
                    out.bytes(ModuleBuilder.code(0x41, 2))
                            .bytes(condition)
                            .bytes(ModuleBuilder.code(0x6b));
        }
        return out.toBytes();
    }

    private static byte[] condition(int opcode, int negations) {
        BinaryWriter out = new BinaryWriter(16).bytes(ModuleBuilder.code(0x20, 0));
        if (opcode != FIRST_I32 && opcode != FIRST_I64) {
            out.bytes(ModuleBuilder.code(0x20, 1));
        }
        out.bytes(ModuleBuilder.code(opcode));
        for (int i = 0; i < negations; i++) {
            out.bytes(ModuleBuilder.code(EQZ));
        }
        return out.toBytes();
    }

    private static CoreInstance instance(Engine engine, CoreBinary module) {
        return engine.compile(module, TypeSpace.of(List.of(module)))
                .instantiate(
                        (from, name) -> {
                            throw new AssertionError();
                        },
                        Limits.defaults());
    }

    @Test
    void every_comparison_branches_as_in_the_interpreter() {
        CoreValType i32 = CoreValType.I32;
        CoreValType i64 = CoreValType.I64;
        ModuleBuilder builder =
                new ModuleBuilder()
                        .type(List.of(i32, i32), List.of(i32))
                        .type(List.of(i64, i64), List.of(i32));
        List<String> names = new ArrayList<>();
        for (int opcode = FIRST_I32; opcode <= LAST_I64; opcode++) {
            for (int negations = 0; negations < 3; negations++) {
                for (String use : USES) {
                    String name = Integer.toHexString(opcode) + " " + negations + " " + use;
                    builder.func(
                                    opcode < FIRST_I64 ? 0 : 1,
                                    0,
                                    use(use, condition(opcode, negations)))
                            .export(name, ModuleBuilder.FUNC, names.size());
                    names.add(name);
                }
            }
        }
        CoreBinary module = builder.build();
        try (Engine interpreter = Engine.builder().compiling(false).build();
                Engine compiler = Engine.builder().build()) {
            CoreInstance expected = instance(interpreter, module);
            CoreInstance actual = instance(compiler, module);
            for (String name : names) {
                compare(
                        name,
                        (CoreFunc) expected.exports().get(name),
                        (CoreFunc) actual.exports().get(name));
            }
        }
    }

    private static void compare(String name, CoreFunc expected, CoreFunc actual) {
        boolean narrow = Integer.parseInt(name.substring(0, 2), 16) < FIRST_I64;
        for (long a : NUMBERS) {
            for (long b : NUMBERS) {
                long[] arguments = {narrow ? (int) a : a, narrow ? (int) b : b};
                assertThat(actual.call(arguments.clone()))
                        .as("%s of %d and %d", name, a, b)
                        .isEqualTo(expected.call(arguments));
            }
        }
    }

    /** Each load and store once, with an offset; the parameters are the address and the value. */
    private static CoreBinary accesses(int offset, List<String> names) {
        CoreValType i32 = CoreValType.I32;
        CoreValType i64 = CoreValType.I64;
        ModuleBuilder builder =
                new ModuleBuilder()
                        .type(List.of(i32), List.of(i32))
                        .type(List.of(i32), List.of(i64))
                        .type(List.of(i32, i32), List.of())
                        .type(List.of(i32, i64), List.of())
                        .memory(1);
        int[] loads = {0, 1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        int[] stores = {2, 3, -1, -1, 2, 2, 3, 3, 3};
        for (int i = 0; i < loads.length + stores.length; i++) {
            boolean load = i < loads.length;
            int type = load ? loads[i] : stores[i - loads.length];
            if (type >= 0) {
                BinaryWriter code = new BinaryWriter(16).bytes(ModuleBuilder.code(0x20, 0));
                if (!load) {
                    code.bytes(ModuleBuilder.code(0x20, 1));
                }
                code.u8(0x28 + i).u8(0).u32(Integer.toUnsignedLong(offset));
                String name = (load ? "load " : "store ") + Integer.toHexString(0x28 + i);
                builder.func(type, 0, code.toBytes())
                        .export(name, ModuleBuilder.FUNC, names.size());
                names.add(name);
            }
        }
        return builder.build();
    }

    /** How many bytes an instruction reads or writes, from {@code i32.load} to {@code i64.store32}. */
    private static final int[] WIDTHS = {
        4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4, 4, 8, 4, 8, 1, 2, 1, 2, 4
    };

    private static long[] call(CoreInstance instance, String name, int address) {
        CoreFunc function = (CoreFunc) instance.exports().get(name);
        return name.startsWith("load")
                ? function.call(address)
                : function.call(address, 0x8192_a3b4_c5d6_e7f8L);
    }

    /**
     * Those beyond the memory's end trap; the interpreter is not asked, since Chicory's {@code
     * i32.store8} starts from zero again beyond 4 GiB.
     */
    @Test
    void every_access_to_memory_is_the_interpreters_or_traps() {
        int[] offsets = {0, 1, 3, 65_528, 65_535, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -8};
        int[] bases = {0, 1, 5, 8, 65_528, 65_529, 65_532, 65_533, 65_535, 65_536, -1, -8, 1 << 31};
        try (Engine interpreter = Engine.builder().compiling(false).build();
                Engine compiler = Engine.builder().build()) {
            for (int offset : offsets) {
                List<String> names = new ArrayList<>();
                CoreBinary module = accesses(offset, names);
                CoreInstance expected = instance(interpreter, module);
                CoreInstance actual = instance(compiler, module);
                // Stores come last, so that the second round reads what the first has written.
                for (int call = 0; call < 2 * names.size(); call++) {
                    for (int base : bases) {
                        compare(names.get(call % names.size()), base, offset, expected, actual);
                    }
                }
            }
        }
    }

    private static void compare(
            String name, int base, int offset, CoreInstance expected, CoreInstance actual) {
        int opcode = Integer.parseInt(name.substring(name.length() - 2), 16);
        long end = (base & 0xffff_ffffL) + (offset & 0xffff_ffffL) + WIDTHS[opcode - 0x28];
        if (end <= 65_536) {
            assertThat(call(actual, name, base))
                    .as("%s at %d + %d", name, base, offset)
                    .isEqualTo(call(expected, name, base));
        } else {
            assertThatThrownBy(() -> call(actual, name, base), "%s at %d + %d", name, base, offset)
                    .isInstanceOf(Trap.class)
                    .hasMessageStartingWith("out of bounds memory access");
        }
    }
}

package dev.tamias.engine;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A function of random code: nested blocks, loops and branches of every kind over locals of all number
 * types, calls, memory, and values on the stack across blocks. It always ends: loops spend fuel.
 */
final class RandomFunction {

    static final List<CoreValType> PARAMS =
            List.of(
                    CoreValType.I32,
                    CoreValType.I64,
                    CoreValType.F64,
                    CoreValType.F32,
                    CoreValType.I32);

    private static final int[] OPCODES = {0x7f, 0x7e, 0x7c, 0x7d};
    private static final int EMPTY = 0x40;
    private static final int LOCALS = 6;
    private static final int FUEL = 4;

    private final Random random;
    private final BinaryWriter out = new BinaryWriter(4096);

    /** The type that each open label takes, zero for none; the innermost at the end. */
    private final List<Integer> labels = new ArrayList<>();

    private int left;

    private RandomFunction(Random random, int statements) {
        this.random = random;
        this.left = statements;
    }

    /** A module that exports it as {@code run}. */
    static CoreBinary module(Random random, int statements) {
        RandomFunction function = new RandomFunction(random, statements);
        while (function.left > 0) {
            function.statement(0);
        }
        function.results();
        return new ModuleBuilder()
                .type(PARAMS, List.of(CoreValType.I32, CoreValType.I64, CoreValType.F64))
                .type(List.of(CoreValType.I32), List.of(CoreValType.I32))
                .memory(1)
                .func(0, LOCALS, function.out.toBytes())
                .func(1, 0, ModuleBuilder.code(0x20, 0, 0x41, 3, 0x6c, 0x41, 5, 0x6a))
                .export("run", ModuleBuilder.FUNC, 0)
                .build();
    }

    private void code(int... bytes) {
        for (int each : bytes) {
            out.u8(each);
        }
    }

    /** An i32 local: the first or one of those that are no parameters. */
    private int i32() {
        int local = random.nextInt(LOCALS + 1);
        return local == 0 ? 0 : PARAMS.size() + local - 1;
    }

    private void results() {
        code(0x20, 0);
        for (int i = 0; i < LOCALS; i++) {
            code(0x20, PARAMS.size() + i, 0x41, 7, 0x6c, 0x6a);
        }
        // i64, and f64 with the f32 in it.
        code(0x20, 1, 0x20, 2, 0x20, 3, 0xbb, 0xa0);
    }

    private void statement(int depth) {
        left--;
        switch (random.nextInt(depth > 6 ? 6 : 12)) {
            case 0, 1 -> {
                expression(2);
                code(0x21, i32());
            }
            case 2 -> {
                // A store, and a load of the same place.
                code(0x20, i32(), 0x41, 0xfc, 0x07, 0x71);
                expression(1);
                code(0x36, 2, 0);
            }
            case 3 -> code(0x20, 1, 0x20, i32(), 0xac, 0x42, 3, 0x7e, 0x7c, 0x21, 1);
            case 4 -> code(0x20, 2, 0x20, i32(), 0xb7, 0xa0, 0x21, 2, 0x20, 3, 0x8c, 0x21, 3);
            case 5 -> branch();
            case 6, 7 -> block(0x02, depth);
            case 8 -> loop(depth);
            case 9 -> {
                expression(1);
                block(0x04, depth);
            }
            case 10 -> valued(depth);
            default -> table(depth);
        }
    }

    /** Leaves an i32 on the stack. */
    private void expression(int depth) {
        switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 0 -> code(0x20, i32());
            case 1 -> out.u8(0x41).signed(random.nextInt(1000) - 500);
            case 2 -> {
                expression(depth - 1);
                expression(depth - 1);
                code(new int[] {0x6a, 0x6b, 0x6c, 0x73, 0x46, 0x4a}[random.nextInt(6)]);
            }
            case 3 -> {
                expression(depth - 1);
                code(0x22, i32());
            }
            default -> {
                expression(depth - 1);
                code(0x10, 1);
            }
        }
    }

    private void statements(int depth) {
        for (int i = random.nextInt(5); i >= 0 && left > 0; i--) {
            statement(depth + 1);
        }
    }

    private void block(int opcode, int depth) {
        code(opcode, EMPTY);
        labels.add(0);
        statements(depth);
        if (opcode == 0x04 && random.nextBoolean()) {
            code(0x05);
            statements(depth);
        }
        labels.remove(labels.size() - 1);
        code(0x0b);
    }

    private void loop(int depth) {
        code(0x03, EMPTY);
        labels.add(0);
        code(0x20, FUEL, 0x41, 1, 0x6b, 0x22, FUEL, 0x41, 0, 0x4c, 0x04, EMPTY);
        results();
        code(0x0f, 0x0b);
        statements(depth);
        if (random.nextBoolean()) {
            expression(1);
            code(0x0d, 0);
        }
        labels.remove(labels.size() - 1);
        code(0x0b);
    }

    /** A block with a result, which a branch may give as well. */
    private void valued(int depth) {
        int type = random.nextInt(OPCODES.length);
        code(0x02, OPCODES[type]);
        labels.add(OPCODES[type]);
        statements(depth);
        value(type);
        expression(1);
        code(0x0d, 0);
        if (random.nextBoolean()) {
            code(0x21, type, 0x20, type);
        }
        statements(depth);
        labels.remove(labels.size() - 1);
        code(0x0b, 0x21, type);
    }

    private void value(int type) {
        code(0x20, type);
    }

    /** A branch under a condition to any label, with a value where it takes one. */
    private void branch() {
        if (labels.isEmpty()) {
            return;
        }
        int label = random.nextInt(labels.size());
        int type = labels.get(labels.size() - 1 - label);
        expression(1);
        code(0x04, EMPTY);
        for (int i = 0; i < OPCODES.length; i++) {
            if (OPCODES[i] == type) {
                value(i);
            }
        }
        code(0x0c, label + 1, 0x0b);
    }

    /** Blocks with a br_table inside of all of them, as interpreters have them. */
    private void table(int depth) {
        int cases = 2 + random.nextInt(4);
        for (int i = 0; i <= cases; i++) {
            code(0x02, EMPTY);
            labels.add(0);
        }
        code(0x20, i32(), 0x41, 7, 0x71, 0x0e);
        out.u32(cases);
        for (int i = 0; i <= cases; i++) {
            out.u32(random.nextInt(cases + 1));
        }
        for (int i = 0; i <= cases; i++) {
            labels.remove(labels.size() - 1);
            code(0x0b);
            statements(depth);
            if (i < cases && random.nextBoolean()) {
                code(0x0c, cases - i - 1);
            }
        }
    }
}

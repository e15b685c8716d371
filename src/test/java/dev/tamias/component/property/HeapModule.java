package dev.tamias.component.property;

import static dev.tamias.engine.binary.CoreValType.I32;

import dev.tamias.engine.ModuleBuilder;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The core module that owns a test guest's memory. Its realloc always moves, spoils what it takes
 * back, and lets the memory grow; all is free again after each call.
 *
 * <p>The core values of the last call, and all that was allocated for it, are one image: {@code peek}
 * hands it out, and {@code hold} puts one in its place and keeps it.
 */
final class HeapModule {

    /** Where the image starts: sixteen core values of eight bytes each, and one for the result. */
    static final int SLOTS = 1024;

    static final int SLOT_BYTES = 8;
    static final int RESULT_SLOT = 16;

    /** Where allocations start. */
    static final int START = 2048;

    /** How large the memory is at least where an image is held. */
    static final int HELD_PAGES = 16;

    private static final int PEEKED = 512;
    private static final int GONE = 0xee;
    private static final int NEXT = 0;
    private static final int FLOOR = 1;
    private static final int LAST = 2;

    private HeapModule() {}

    /** The name of the post-return function for a core result. */
    static String reset(@Nullable CoreValType result) {
        return result == null ? "reset" : "reset-" + result;
    }

    static byte[] bytes() {
        ModuleBuilder module =
                new ModuleBuilder()
                        .type(List.of(I32, I32, I32, I32), List.of(I32))
                        .type(List.of(I32, I32), List.of())
                        .type(List.of(), List.of(I32))
                        .type(List.of(), List.of());
        List<CoreValType> results = CoreCode.NUMBERS;
        results.forEach(each -> module.type(List.of(each), List.of()));
        module.func(0, 1, realloc()).func(1, 0, hold()).func(2, 0, peek()).func(3, 0, reset());
        for (int i = 0; i < results.size(); i++) {
            module.func(4 + i, 0, reset());
        }
        module.memory(1)
                .mutableGlobal(START)
                .mutableGlobal(START)
                .mutableGlobal(START)
                .export("memory", ModuleBuilder.MEMORY, 0)
                .export("realloc", ModuleBuilder.FUNC, 0)
                .export("hold", ModuleBuilder.FUNC, 1)
                .export("peek", ModuleBuilder.FUNC, 2)
                .export(reset(null), ModuleBuilder.FUNC, 3);
        for (int i = 0; i < results.size(); i++) {
            module.export(reset(results.get(i)), ModuleBuilder.FUNC, 4 + i);
        }
        return module.bytes();
    }

    /** (old, old length, alignment, length): the address */
    private static byte[] realloc() {
        CoreCode code = new CoreCode();
        code.globalGet(NEXT).localGet(2).i32Add().i32Const(1).op(0x6b);
        code.i32Const(0).localGet(2).op(0x6b, 0x71).localTee(4);
        code.localGet(3).i32Add().globalSet(NEXT);
        growTo(code);
        code.localGet(4).localGet(0);
        code.localGet(1).localGet(3).localGet(1).localGet(3).op(0x49, 0x1b).memoryCopy();
        code.localGet(0).i32Const(GONE).localGet(1).memoryFill();
        return code.localGet(4).bytes();
    }

    /** Lets the memory reach beyond what is allocated; traps where it cannot. */
    private static void growTo(CoreCode code) {
        code.globalGet(NEXT).i32Const(16).op(0x76).op(0x3f, 0).op(0x4f).ifThen();
        code.globalGet(NEXT).i32Const(16).op(0x76).op(0x3f, 0).op(0x6b).i32Const(1).i32Add();
        code.op(0x40, 0).i32Const(-1).i32Eq().ifThen().op(0x00).end();
        code.end();
    }

    /** (address, length): what lies beyond is cleared, so that all that matters is in the image */
    private static byte[] hold() {
        CoreCode code = new CoreCode();
        code.i32Const(SLOTS).localGet(0).localGet(1).memoryCopy();
        code.i32Const(SLOTS).localGet(1).i32Add().globalSet(NEXT);
        code.globalGet(NEXT).i32Const(START).op(0x48).ifThen();
        code.i32Const(START).globalSet(NEXT).end();
        code.op(0x3f, 0).i32Const(HELD_PAGES).op(0x48).ifThen();
        code.i32Const(HELD_PAGES).op(0x3f, 0).op(0x6b, 0x40, 0, 0x1a).end();
        code.globalGet(NEXT).i32Const(0);
        code.op(0x3f, 0).i32Const(16).op(0x74).globalGet(NEXT).op(0x6b).memoryFill();
        return code.globalGet(NEXT).globalSet(FLOOR).bytes();
    }

    /** Gives a {@code list<u8>}. */
    private static byte[] peek() {
        CoreCode code = new CoreCode();
        code.i32Const(PEEKED).i32Const(SLOTS).store(I32, 0);
        code.i32Const(PEEKED).globalGet(LAST).i32Const(SLOTS).op(0x6b).store(I32, 4);
        return code.i32Const(PEEKED).bytes();
    }

    private static byte[] reset() {
        CoreCode code = new CoreCode();
        code.globalGet(NEXT).globalSet(LAST);
        return code.globalGet(FLOOR).globalSet(NEXT).bytes();
    }
}

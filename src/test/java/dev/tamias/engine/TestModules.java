package dev.tamias.engine;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** Core modules for the tests of floors above. */
public final class TestModules {

    /** Where the memory of {@link #memoryWithRealloc} starts to be given away. */
    public static final int FIRST_ALLOCATION = 1024;

    private static final CoreValType I32 = CoreValType.I32;

    private TestModules() {}

    /**
     * A module that exports {@code memory}, of {@code pages} pages, and {@code realloc}, which gives
     * the next aligned bytes and takes nothing back. It does not look whether they are within the
     * memory.
     */
    public static CoreBinary memoryWithRealloc(int pages) {
        byte[] align =
                ModuleBuilder.code(
                        0x23, 0, 0x20, 2, 0x6a, 0x41, 1, 0x6b, 0x41, 0, 0x20, 2, 0x6b, 0x71, 0x22,
                        4);
        byte[] advance = ModuleBuilder.code(0x20, 3, 0x6a, 0x24, 0, 0x20, 4);
        return new ModuleBuilder()
                .type(List.of(I32, I32, I32, I32), List.of(I32))
                .func(0, 1, new BinaryWriter(32).bytes(align).bytes(advance).toBytes())
                .memory(pages)
                .mutableGlobal(FIRST_ALLOCATION)
                .export("memory", ModuleBuilder.MEMORY, 0)
                .export("realloc", ModuleBuilder.FUNC, 0)
                .build();
    }
}

package dev.tamias.component.abi;

import dev.tamias.component.type.FuncType;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Trap;
import java.util.List;

/** What a guest's function returned, as it lies in the guest's memory before the guest frees it. */
public final class ReturnedValue {

    /** An address that no memory reaches up to, and none that an allocator keeps its notes before. */
    private static final int NOWHERE = 0xfffffff0;

    private final FuncType type;
    private final CallOptions options;
    private final long[] results;

    ReturnedValue(FuncType type, CallOptions options, long[] results) {
        this.type = type;
        this.options = options;
        this.results = results;
    }

    /**
     * A string or a list in it.
     *
     * @param path where it is in the value
     * @param pointer where the guest's memory holds its address
     * @param address where it begins; unsigned
     */
    public record Block(String path, int pointer, int address) {}

    /** The type of the function. */
    public FuncType type() {
        return type;
    }

    /** The strings and lists in it that are not empty, each behind the list that it is in. */
    public List<Block> blocks() {
        CoreMemory memory = options.memory();
        return memory == null ? List.of() : ReturnedBlocks.of(type, memory, results);
    }

    /** Whether a function is called to free it. */
    public boolean isFreed() {
        return options.postReturn() != null;
    }

    /** Has the guest free it. */
    public void free() {
        options.postReturn(results);
    }

    /**
     * Whether freeing the value frees this block too, rather than leave it as it is: the guest is told
     * that the block is where there is no memory, and has to free that. The instance is of no further
     * use where it tries to.
     */
    public boolean frees(Block block) {
        CoreMemory memory = options.memory();
        if (memory == null) {
            return false;
        }
        memory.writeInt(block.pointer(), NOWHERE);
        try {
            free();
            return false;
        } catch (Trap e) {
            return true;
        }
    }

    /** An address that the guest allocates for its host, unsigned; 0 where it does not. */
    public int allocate(int bytes) {
        CoreFunc realloc = options.realloc();
        try {
            return realloc == null ? 0 : (int) realloc.call(0, 0, Long.BYTES, bytes)[0];
        } catch (Trap e) {
            return 0;
        }
    }
}

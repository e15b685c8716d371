package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Trap;

/**
 * The context of one call (CanonicalABI.md, {@code LiftLowerContext}): where values lie, who allocates,
 * what is lent, and what may still be lifted.
 */
public final class LiftLower {

    private final CallOptions options;
    private final InstanceState instance;
    private final LiftBudget budget;
    private final BorrowScope borrowScope = new BorrowScope();

    LiftLower(CallOptions options) {
        this.options = options;
        this.instance = options.instance();
        this.budget = new LiftBudget(instance.store().limits().liftBytes());
    }

    CoreMemory memory() {
        CoreMemory memory = options.memory();
        if (memory == null) {
            throw new IllegalStateException("a value needs a memory and the function has none");
        }
        return memory;
    }

    StringEncoding encoding() {
        return options.encoding();
    }

    InstanceState instance() {
        return instance;
    }

    LiftBudget budget() {
        return budget;
    }

    BorrowScope borrowScope() {
        return borrowScope;
    }

    /** Traps where the callee returns and keeps a handle that it was lent. */
    public void requireBorrowsReturned() {
        borrowScope.requireReturned();
    }

    /** Ends what was lent to the callee: to be called when it has returned. */
    public void endLoans() {
        borrowScope.end();
    }

    /**
     * Has the guest allocate.
     *
     * @param byteLength at most 2^32−1
     * @return the address, aligned and with all its bytes within the memory
     */
    int allocate(int alignment, long byteLength) {
        CoreFunc realloc = options.realloc();
        if (realloc == null) {
            throw new IllegalStateException("a value needs realloc and the function has none");
        }
        instance.mayLeave(false);
        int ptr = (int) realloc.call(0, 0, alignment, byteLength)[0];
        instance.mayLeave(true);
        requireRange(ptr, byteLength, alignment, "realloc result");
        return ptr;
    }

    /**
     * Traps unless {@code ptr} is aligned and the memory holds {@code byteLength} bytes from there.
     *
     * @param what lies there, for the message
     */
    void requireRange(int ptr, long byteLength, int alignment, String what) {
        long begin = Integer.toUnsignedLong(ptr);
        if ((ptr & alignment - 1) != 0) {
            throw new Trap(
                    "unaligned pointer: "
                            + what
                            + " at "
                            + begin
                            + ", not a multiple of "
                            + alignment);
        }
        if (begin + byteLength > memory().size()) {
            throw new Trap(
                    what
                            + " pointer/length out of bounds of memory: "
                            + byteLength
                            + " bytes at "
                            + begin
                            + " of "
                            + memory().size());
        }
    }
}

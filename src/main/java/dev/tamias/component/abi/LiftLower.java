package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Interrupted;
import dev.tamias.engine.Trap;
import org.jspecify.annotations.Nullable;

/**
 * The context of one call, on one side of it (CanonicalABI.md, {@code LiftLowerContext}): where values
 * lie, who allocates, what is lent, and what may still be lifted.
 */
public final class LiftLower {

    private final CallOptions options;
    private final InstanceState instance;
    private final @Nullable CoreMemory memory;
    private @Nullable LiftBudget budget;
    private @Nullable BorrowScope borrowScope;

    LiftLower(CallOptions options) {
        this.options = options;
        this.instance = options.instance();
        this.memory = options.memory();
    }

    CoreMemory memory() {
        if (memory == null) {
            throw new IllegalStateException("a value needs a memory and the function has none");
        }
        return memory;
    }

    StringEncoding encoding() {
        return options.encoding();
    }

    /** The instance whose values are lifted or lowered. */
    public InstanceState instance() {
        return instance;
    }

    LiftBudget budget() {
        if (budget == null) {
            budget = new LiftBudget(instance.store().limits().liftBytes());
        }
        return budget;
    }

    BorrowScope borrowScope() {
        if (borrowScope == null) {
            borrowScope = new BorrowScope();
        }
        return borrowScope;
    }

    /** Traps where the callee returns and keeps a handle that it was lent. */
    public void requireBorrowsReturned() {
        if (borrowScope != null) {
            borrowScope.requireReturned();
        }
    }

    /** Ends what was lent to the callee: to be called when it has returned. */
    public void endLoans() {
        if (borrowScope != null) {
            borrowScope.end();
        }
    }

    /** As {@link #reallocate}, of new memory. */
    int allocate(int alignment, long byteLength) {
        return reallocate(0, 0, alignment, byteLength);
    }

    /**
     * Has the guest allocate, or change the size of what it has allocated before. Lengths are at most
     * 2^32−1.
     *
     * @return the address, aligned and with all its bytes within the memory
     */
    int reallocate(int old, long oldByteLength, int alignment, long newByteLength) {
        CoreFunc realloc = options.realloc();
        if (realloc == null) {
            throw new IllegalStateException("a value needs realloc and the function has none");
        }
        // Guests that pass each other the same bytes over and over may never run a loop of their
        // own.
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted("the guest was interrupted", null);
        }
        instance.mayLeave(false);
        int ptr = (int) realloc.call(old, oldByteLength, alignment, newByteLength)[0];
        instance.mayLeave(true);
        requireRange(ptr, newByteLength, alignment, "realloc result");
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

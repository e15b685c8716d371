package dev.tamias.component.abi;

import dev.tamias.component.abi.HandleTable.ResourceHandle;
import dev.tamias.engine.Trap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is lent for the time of one call (CanonicalABI.md, {@code num_borrows} of a task and {@code
 * lenders} of a subtask).
 */
final class BorrowScope {

    private record Lender(ResourceHandle handle, Resource lent) {}

    private int borrows;
    private @Nullable List<Lender> lenders;

    /** A callee received one more borrowed handle. */
    void borrowed() {
        borrows++;
    }

    /** A callee dropped a borrowed handle. */
    void returned() {
        borrows--;
    }

    /** Traps where the callee returns and keeps a borrowed handle. */
    void requireReturned() {
        Trap.when(borrows > 0, "borrow handles still remain at the end of the call");
    }

    /** A caller's handle lends its resource until {@link #end()}. */
    Resource addLender(ResourceHandle handle) {
        handle.lends++;
        Resource lent = Resource.borrow(handle.type, handle.rep);
        if (lenders == null) {
            lenders = new ArrayList<>(2);
        }
        lenders.add(new Lender(handle, lent));
        return lent;
    }

    /** The call has returned: what was lent is given back. */
    void end() {
        if (lenders != null) {
            for (Lender each : lenders) {
                each.handle.lends--;
                each.lent.expire();
            }
            lenders = null;
        }
    }
}

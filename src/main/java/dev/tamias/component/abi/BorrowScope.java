package dev.tamias.component.abi;

import dev.tamias.component.abi.HandleTable.ResourceHandle;
import dev.tamias.engine.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is lent for the time of one call (CanonicalABI.md, {@code num_borrows} of a task and {@code
 * lenders} of a subtask).
 */
final class BorrowScope {

    private int borrows;
    private @Nullable List<ResourceHandle> lenders;
    private @Nullable List<Resource> lent;
    private @Nullable List<Resource> hostLenders;

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
        Rule.trapIf(borrows > 0, "borrow handles still remain at the end of the call");
    }

    /** A caller's handle lends its resource until {@link #end()}. */
    void addLender(ResourceHandle handle) {
        handle.lends++;
        if (lenders == null) {
            lenders = new ArrayList<>(2);
        }
        lenders.add(handle);
    }

    /** What a lender lends to the host, until {@link #end()}. */
    Resource lent(ResourceHandle handle) {
        Resource resource = Resource.borrow(handle.type, handle.rep);
        if (lent == null) {
            lent = new ArrayList<>(2);
        }
        lent.add(resource);
        return resource;
    }

    /** The host lends a resource, whose representation this is, until {@link #end()}. */
    int lendFrom(Resource resource) {
        int rep = resource.lend();
        if (hostLenders == null) {
            hostLenders = new ArrayList<>(2);
        }
        hostLenders.add(resource);
        return rep;
    }

    /** The call has returned: what was lent is given back. */
    void end() {
        if (lenders != null) {
            lenders.forEach(each -> each.lends--);
            lenders = null;
        }
        if (lent != null) {
            lent.forEach(Resource::expire);
            lent = null;
        }
        if (hostLenders != null) {
            hostLenders.forEach(Resource::endLoan);
            hostLenders = null;
        }
    }
}

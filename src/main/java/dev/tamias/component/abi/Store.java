package dev.tamias.component.abi;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;

/**
 * What a component instance and all instances nested in it have in common: their limits, and whether
 * a trap has ended them. One thread at a time uses it.
 */
public final class Store {

    private final Limits limits;
    private int coreInstances;
    private volatile boolean poisoned;

    public Store(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    /**
     * Counts one more core instance.
     *
     * @throws LimitExceeded beyond {@link Limits#coreInstances()}
     */
    public void countCoreInstance() {
        if (++coreInstances > limits.coreInstances()) {
            throw new LimitExceeded(
                    "the component makes more than " + limits.coreInstances() + " core instances");
        }
    }

    /** Ends every instance: an exception left guest code in the midst of its work. */
    public void poison() {
        poisoned = true;
    }

    public boolean isPoisoned() {
        return poisoned;
    }

    /** Traps where the store is poisoned. */
    public void requireUsable() {
        Trap.when(poisoned, "the instance cannot be used after a trap");
    }
}

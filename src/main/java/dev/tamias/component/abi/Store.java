package dev.tamias.component.abi;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Rule;
import dev.tamias.model.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a component instance and all instances nested in it have in common: their limits, and whether
 * a trap has ended them. One thread at a time uses it.
 */
public final class Store {

    private final Limits limits;
    private int coreInstances;
    private final List<InstanceState> instances = new ArrayList<>();
    private volatile boolean poisoned;
    private volatile boolean closed;
    private @Nullable ReturnWatch returnWatch;

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
            throw LimitExceeded.of(
                    "coreInstances",
                    "the component makes more than " + limits.coreInstances() + " core instances");
        }
    }

    /** What the functions of its instances return to the host from now on is shown to {@code watch}. */
    public void watchReturns(ReturnWatch watch) {
        returnWatch = watch;
    }

    @Nullable ReturnWatch returnWatch() {
        return returnWatch;
    }

    void add(InstanceState instance) {
        instances.add(instance);
    }

    /**
     * Ends every instance: no guest code runs any more, and the destructors run of those resources
     * of the host that the instances still own. What a guest implements ends without its destructor.
     * Without effect the second time.
     *
     * @throws RuntimeException what a destructor throws first; the others run nevertheless
     */
    public void close() {
        closed = true;
        RuntimeException failure = null;
        for (InstanceState instance : instances) {
            for (HandleTable.ResourceHandle each : instance.releaseHandles()) {
                try {
                    each.type.destroy(each.rep, null);
                } catch (RuntimeException e) {
                    if (failure == null) {
                        failure = e;
                    } else if (failure != e) {
                        failure.addSuppressed(e);
                    }
                }
            }
        }
        instances.clear();
        if (failure != null) {
            throw failure;
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /** Ends every instance: an exception left guest code in the midst of its work. */
    public void poison() {
        poisoned = true;
    }

    public boolean isPoisoned() {
        return poisoned;
    }

    /** Traps where the store is poisoned or closed. */
    public void requireUsable() {
        Rule.trapIf(closed, "the instance cannot be used after it was closed");
        Rule.trapIf(poisoned, "the instance cannot be used after a trap");
    }
}

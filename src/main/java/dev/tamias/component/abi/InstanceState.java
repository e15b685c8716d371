package dev.tamias.component.abi;

import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.Rule;
import dev.tamias.engine.Trap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run-time state of one component instance (CanonicalABI.md, "Component Instance State"): its
 * handles, whether it may be entered or left, and which resource types its resource ids stand for.
 */
public final class InstanceState {

    private final Store store;
    private final @Nullable InstanceState parent;
    private final HandleTable handles;
    private final @Nullable ResourceType[] resourceTypes;
    private boolean mayEnter = true;
    private boolean mayLeave = true;

    /**
     * @param resourceTypes by {@link ResourceId#index()}: what is bound already; copied
     */
    public InstanceState(
            Store store, @Nullable InstanceState parent, @Nullable ResourceType[] resourceTypes) {
        this.store = store;
        this.parent = parent;
        this.handles = new HandleTable(store.limits().handles());
        this.resourceTypes = resourceTypes.clone();
        store.add(this);
    }

    public Store store() {
        return store;
    }

    HandleTable handles() {
        return handles;
    }

    /** What the ids stand for, by their index: for an instance nested in this one. Not to be written to. */
    public @Nullable ResourceType[] resourceTypes() {
        return resourceTypes;
    }

    /** What the id stands for, or null where it is not bound yet. */
    public @Nullable ResourceType bound(ResourceId id) {
        return resourceTypes[id.index()];
    }

    /** What the id stands for. */
    public ResourceType resourceType(ResourceId id) {
        ResourceType type = resourceTypes[id.index()];
        if (type == null) {
            throw new IllegalStateException("resource type " + id + " is not bound");
        }
        return type;
    }

    /** Binds an id. */
    public void bind(ResourceId id, ResourceType type) {
        resourceTypes[id.index()] = type;
    }

    /** Takes all handles out and gives those of the host's resources that the instance owned. */
    List<HandleTable.ResourceHandle> releaseHandles() {
        return handles.drain().stream()
                .filter(each -> each.own && each.type.implementer() == null)
                .toList();
    }

    /** Traps where the instance may not call out, as it may not from realloc and post-return. */
    public void requireMayLeave() {
        Rule.trapIf(!mayLeave, "cannot leave component instance");
    }

    /** Whether the instance may call out; see {@link #requireMayLeave}. */
    public void mayLeave(boolean may) {
        mayLeave = may;
    }

    /**
     * Traps where this instance and {@code caller} are one, or one of them is around the other. The
     * specification's text lets a parent call its child, and the child its parent; its tests say that
     * for now both trap, and so they do in other engines.
     */
    public void requireApartFrom(InstanceState caller) {
        Rule.trapIf(
                isAround(caller, this) || isAround(this, caller),
                "cannot enter component instance");
    }

    /**
     * Enters this instance and those around it that {@code caller} is not within.
     *
     * @param caller the calling instance, null for the host
     * @throws Trap where one of them is entered already, or was ended by a trap
     */
    public void enterFrom(@Nullable InstanceState caller) {
        store.requireUsable();
        for (InstanceState each = this; each != null; each = each.parent) {
            if (!isAround(caller, each)) {
                Rule.trapIf(!each.mayEnter, "cannot enter component instance");
            }
        }
        setMayEnter(caller, false);
    }

    /** Takes back {@link #enterFrom}. */
    public void leaveTo(@Nullable InstanceState caller) {
        setMayEnter(caller, true);
    }

    private void setMayEnter(@Nullable InstanceState caller, boolean may) {
        for (InstanceState each = this; each != null; each = each.parent) {
            if (!isAround(caller, each)) {
                each.mayEnter = may;
            }
        }
    }

    /** Whether {@code candidate} is {@code inner} or one of its ancestors. */
    private static boolean isAround(@Nullable InstanceState inner, InstanceState candidate) {
        for (InstanceState each = inner; each != null; each = each.parent) {
            if (each == candidate) {
                return true;
            }
        }
        return false;
    }
}

package dev.tamias.component;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Rule;
import dev.tamias.engine.Trap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host objects behind the resources that a guest holds: an object for a representation.
 *
 * <ul>
 *   <li>a representation is used again only after its object was removed;
 *   <li>an object that has children cannot be removed before them;
 *   <li>a guest that asks for more objects than the capacity gets {@link LimitExceeded}.
 * </ul>
 */
public final class ResourceTable {

    private static final int NO_PARENT = -1;

    private record Entry(Object object, int parent) {}

    private final int capacity;
    private final List<@Nullable Entry> entries = new ArrayList<>();
    private final List<Integer> children = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();

    /** @param capacity most objects at a time, as a rule {@code Limits.handles} */
    public ResourceTable(int capacity) {
        this.capacity = capacity;
    }

    /** How many objects it holds. */
    public int size() {
        return entries.size() - free.size();
    }

    /** Puts an object in and gives its representation. */
    public int push(Object object) {
        return push(object, NO_PARENT);
    }

    /**
     * Puts an object in that depends on another.
     *
     * @param parent the representation of that other
     */
    public int pushChild(Object object, int parent) {
        entry(parent);
        int rep = push(object, parent);
        children.set(parent, children.get(parent) + 1);
        return rep;
    }

    private int push(Object object, int parent) {
        if (size() >= capacity) {
            throw LimitExceeded.of(
                    "handles", "the guest holds more than " + capacity + " resources");
        }
        Entry entry = new Entry(object, parent);
        if (free.isEmpty()) {
            entries.add(entry);
            children.add(0);
            return entries.size() - 1;
        }
        int rep = free.remove(free.size() - 1);
        entries.set(rep, entry);
        return rep;
    }

    /**
     * The object of a representation.
     *
     * @throws Trap where there is none, or one of another class
     */
    public <T> T get(int rep, Class<T> kind) {
        Object object = entry(rep).object();
        if (!kind.isInstance(object)) {
            throw new Trap(
                    "resource "
                            + rep
                            + " is of kind "
                            + object.getClass().getSimpleName()
                            + ", not "
                            + kind.getSimpleName());
        }
        return kind.cast(object);
    }

    /**
     * Takes an object out.
     *
     * @throws Trap where there is none, one of another class, or one that has children
     */
    public <T> T remove(int rep, Class<T> kind) {
        T object = get(rep, kind);
        Rule.trapIf(
                children.get(rep) > 0, "resource " + rep + " has children and cannot be dropped");
        int parent = entry(rep).parent();
        if (parent != NO_PARENT) {
            children.set(parent, children.get(parent) - 1);
        }
        entries.set(rep, null);
        free.add(rep);
        return object;
    }

    /** All objects it holds: for closing them when the guest is done. */
    public List<Object> objects() {
        List<Object> objects = new ArrayList<>();
        for (Entry each : entries) {
            if (each != null) {
                objects.add(each.object());
            }
        }
        return objects;
    }

    private Entry entry(int rep) {
        Entry entry = rep < 0 || rep >= entries.size() ? null : entries.get(rep);
        if (entry == null) {
            throw new Trap("there is no resource " + rep);
        }
        return entry;
    }
}

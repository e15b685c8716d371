package dev.tamias.component.abi;

import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.Trap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource type at run time (CanonicalABI.md, "Resource State"). Resource types are nominal: each is
 * equal to itself alone. A resource is known by its representation, an int of the implementer's own.
 */
public final class ResourceType {

    private final ResourceId id;
    private final @Nullable InstanceState implementer;
    private final IntConsumer destructor;

    private ResourceType(String name, @Nullable InstanceState implementer, IntConsumer destructor) {
        this.id = new ResourceId(-1, name);
        this.implementer = implementer;
        this.destructor = destructor;
    }

    /**
     * A resource type of the host.
     *
     * @param drop told the representation of each resource whose owner dropped it
     */
    public static ResourceType host(String name, IntConsumer drop) {
        return new ResourceType(name, null, drop);
    }

    /**
     * A resource type that a component instance implements.
     *
     * @param destructor runs the guest's own destructor, or does nothing
     */
    public static ResourceType guest(
            String name, InstanceState implementer, IntConsumer destructor) {
        return new ResourceType(name, implementer, destructor);
    }

    /** For messages. */
    public String name() {
        return id.name();
    }

    /**
     * What stands for this type in a type that the host writes, as in {@code new BorrowType(file.id())}.
     * No binary has this id.
     */
    public ResourceId id() {
        return id;
    }

    /** The instance that implements it, null where the host does. */
    @Nullable InstanceState implementer() {
        return implementer;
    }

    /**
     * Ends a resource: runs its destructor, within the implementing instance where there is one.
     *
     * @param caller the instance whose handle was dropped, null where the host drops it
     */
    void destroy(int rep, @Nullable InstanceState caller) {
        if (implementer == null) {
            destructor.accept(rep);
            return;
        }
        implementer.enterFrom(caller);
        try {
            destructor.accept(rep);
        } catch (RuntimeException | Error failure) {
            implementer.store().poison();
            throw failure;
        } finally {
            implementer.leaveTo(caller);
        }
    }

    /** Traps unless {@code other} is this very type. */
    void expect(ResourceType other) {
        if (other != this) {
            throw new Trap(
                    "handle used with the wrong type: resource "
                            + id.name()
                            + " is expected and "
                            + other.id.name()
                            + " was given");
        }
    }

    @Override
    public String toString() {
        return id.name();
    }
}

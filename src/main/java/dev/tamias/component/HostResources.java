package dev.tamias.component;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import java.util.function.Consumer;

/**
 * A resource type of the host with the objects behind its resources: a constructor gives {@link
 * #own}, a method takes {@link #get} of its {@code self}, and the destructor hears of each object
 * once. Guests of one linker share it, as they share the linker's functions; one thread at a time
 * uses it. Example: {@code ResourcesExample} among the tests.
 *
 * @param <T> the objects' class
 */
public final class HostResources<T> {

    private final ResourceType type;
    private final Class<T> kind;
    private final ResourceTable table = new ResourceTable(Limits.defaults().handles());

    private HostResources(String name, Class<T> kind, Consumer<? super T> destructor) {
        this.kind = kind;
        this.type = ResourceType.host(name, rep -> destructor.accept(table.remove(rep, kind)));
    }

    /** A resource type whose objects need nothing done when they are dropped. */
    public static <T> HostResources<T> of(String name, Class<T> kind) {
        return of(name, kind, object -> {});
    }

    /**
     * A resource type.
     *
     * @param name for messages
     * @param destructor told each object that a guest or the host drops, or that a guest still owns
     *     when its instance is closed
     */
    public static <T> HostResources<T> of(
            String name, Class<T> kind, Consumer<? super T> destructor) {
        return new HostResources<>(name, kind, destructor);
    }

    /** To be offered by {@link LinkerInstance#resource}. */
    public ResourceType type() {
        return type;
    }

    /**
     * A new resource: what a constructor returns.
     *
     * @throws dev.tamias.engine.LimitExceeded where there are too many already
     */
    public Val own(T object) {
        return new Val.Handle(Resource.own(type, table.push(object)));
    }

    /**
     * The object behind a resource that a guest lends or gives.
     *
     * @throws Trap where it is a resource of another type
     */
    public T get(Val handle) {
        return table.get(resource(handle).rep(), kind);
    }

    /** Drops a resource that a guest gave as an {@code own}: its destructor runs. */
    public void drop(Val handle) {
        resource(handle).drop();
    }

    /** How many objects there are. */
    public int size() {
        return table.size();
    }

    private Resource resource(Val value) {
        if (value instanceof Val.Handle handle && handle.resource().type().equals(type)) {
            return handle.resource();
        }
        throw new Trap(value + " is given for a resource " + type);
    }
}

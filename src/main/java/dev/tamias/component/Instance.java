package dev.tamias.component;

import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Store;
import java.util.Optional;
import java.util.Set;

/**
 * A running component instance. One thread at a time may use it. After a trap, or any other exception
 * that left guest code in the midst of its work, it is of no further use: later calls trap.
 */
public final class Instance {

    private final Store store;
    private final InstanceItem exports;

    Instance(Store store, InstanceItem exports) {
        this.store = store;
        this.exports = exports;
    }

    /** An exported function, by its exact name. */
    public Optional<Func> func(String name) {
        return exports.find(name) instanceof FuncItem func
                ? Optional.of(new Func(func))
                : Optional.empty();
    }

    /** A function of an exported instance, whose name may state a compatible version. */
    public Optional<Func> func(String instanceExport, String name) {
        return instance(instanceExport).flatMap(instance -> instance.func(name));
    }

    /** An exported instance, by its name or a compatible version of it. */
    public Optional<Instance> instance(String name) {
        return exports.find(name) instanceof InstanceItem nested
                ? Optional.of(new Instance(store, nested))
                : Optional.empty();
    }

    /** An exported resource type. */
    public Optional<ResourceType> resource(String name) {
        return exports.find(name) instanceof ResourceItem resource
                ? Optional.of(resource.type())
                : Optional.empty();
    }

    /** The names of all exports but types without identity. */
    public Set<String> names() {
        return exports.names();
    }

    /** Whether a trap has ended it. */
    public boolean isPoisoned() {
        return store.isPoisoned();
    }

    InstanceItem exports() {
        return exports;
    }
}

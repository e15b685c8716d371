package dev.tamias.component;

import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.ReturnWatch;
import dev.tamias.component.abi.Store;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import java.util.Optional;
import java.util.Set;

/**
 * A running component instance. One thread at a time may use it. After a trap, or any other
 * exception that left guest code in the midst of its work, it is of no further use: later calls
 * trap.
 *
 * <p>An instance that an instance exports is a part of it: closing either closes both. Example:
 * {@code InstanceExample} among the tests.
 */
public final class Instance implements AutoCloseable {

    private final Engine engine;
    private final Store store;
    private final InstanceItem exports;

    Instance(Engine engine, Store store, InstanceItem exports) {
        this.engine = engine;
        this.store = store;
        this.exports = exports;
    }

    /** An exported function, by its exact name. */
    public Optional<Func> func(String name) {
        return exports.get(name) instanceof FuncItem func
                ? Optional.of(new Func(name, func, store))
                : Optional.empty();
    }

    /** A function of an exported instance, whose name may state a compatible version. */
    public Optional<Func> func(String instanceExport, String name) {
        return instance(instanceExport).flatMap(instance -> instance.func(name));
    }

    /** An exported instance, by its name or a compatible version of it. */
    public Optional<Instance> instance(String name) {
        return exports.find(name) instanceof InstanceItem nested
                ? Optional.of(new Instance(engine, store, nested))
                : Optional.empty();
    }

    /** An exported resource type. */
    public Optional<ResourceType> resource(String name) {
        return exports.get(name) instanceof ResourceItem resource
                ? Optional.of(resource.type())
                : Optional.empty();
    }

    /**
     * An exported component, by its name or a compatible version of it; it outlives this instance.
     */
    public Optional<Component> component(String name) {
        return exports.find(name) instanceof ComponentItem component
                ? Optional.of(new Component(engine, component))
                : Optional.empty();
    }

    /** An exported core module, to be offered to another component; it outlives this instance. */
    public Optional<CoreBinary> module(String name) {
        return exports.get(name) instanceof ModuleItem module
                ? Optional.of(module.module())
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

    /**
     * Ends the instance, and what is nested in it. No guest code runs: resources that the guest
     * implements end without their destructors. Resources of the host that the guest still owns are
     * dropped, so that each destructor runs once for each. Memory is freed once nothing holds the
     * instance or what it exported. A call that is made later fails, by an {@link
     * IllegalStateException} where the host makes it and by a trap where another instance does. To
     * be called by the thread that uses the instance, while no call is under way; without effect
     * the second time.
     *
     * @throws RuntimeException what a destructor of the host throws, after all have run
     */
    @Override
    public void close() {
        store.close();
    }

    /** Shows {@code watch} what its functions return to the host, before it is freed. */
    public void watchReturns(ReturnWatch watch) {
        store.watchReturns(watch);
    }

    InstanceItem exports() {
        return exports;
    }
}

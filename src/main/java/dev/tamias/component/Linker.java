package dev.tamias.component;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import java.util.List;

/**
 * What the host offers to components, by name, and the maker of instances. Import names match exactly
 * or in a compatible version, so that an interface registered as {@code @0.2.6} serves every {@code
 * @0.2.x}. A linker is cheap: make one for each instance where host functions hold state.
 */
public final class Linker {

    private final Engine engine;
    private final LinkerInstance root = new LinkerInstance();

    public Linker(Engine engine) {
        this.engine = engine;
    }

    /** What is offered outside of any instance. */
    public LinkerInstance root() {
        return root;
    }

    /** What is offered under the name of an instance, made where there is nothing yet. */
    public LinkerInstance instance(String name) {
        return root.instance(name);
    }

    /**
     * What the component imports and this linker does not offer, each as {@code name (kind)}, within
     * an instance as {@code instance#name (kind)}. Types but resource types need not be offered.
     */
    public List<String> missing(Component component) {
        return ImportResolver.missing(root, component.imports());
    }

    /** As {@link #instantiate(Component, Limits)}, with the engine's limits. */
    public Instance instantiate(Component component) {
        return instantiate(component, engine.limits());
    }

    /**
     * Makes an instance, compiling the component where that was not done before.
     *
     * @throws LinkException naming all imports that are missing
     * @throws Trap where a start function traps
     * @throws dev.tamias.engine.LimitExceeded where it needs more than {@code limits} allow
     */
    public Instance instantiate(Component component, Limits limits) {
        List<String> missing = missing(component);
        if (!missing.isEmpty()) {
            throw new LinkException(missing);
        }
        return Instantiation.root(component.compiled(), new ImportResolver(engine, root), limits);
    }
}

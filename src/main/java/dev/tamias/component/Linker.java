package dev.tamias.component;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the host offers to components, by name, and the maker of instances.
 *
 * <p>A name that is offered exactly wins; else the newest compatible version of it serves, older or
 * newer than what is imported, so that an interface offered as {@code @0.2.6} serves every
 * {@code @0.2.x}. Whatever is found is checked against the type that the component asks for, before
 * anything of it runs.
 *
 * <p>A linker is cheap: make one for each instance where host functions hold state. One thread at a
 * time uses it. Example: {@code LinkerExample} among the tests.
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
     * What the component imports and this linker does not offer, each as {@code name (kind)},
     * within an instance as {@code instance#name (kind)}. Types but resource types need not be
     * offered.
     */
    public List<String> missing(Component component) {
        return Linking.of(root, component.imports()).missing();
    }

    /**
     * What this linker offers to the component and is of another type than it asks for, each as a
     * sentence; nothing is compiled.
     */
    public List<String> mismatches(Component component) {
        return Linking.of(root, component.imports()).mismatches();
    }

    /**
     * As {@link #defineUnknownImportsAsTraps(Component, Predicate)}, for all that it imports.
     *
     * @return this linker
     */
    public Linker defineUnknownImportsAsTraps(Component component) {
        return defineUnknownImportsAsTraps(component, name -> true);
    }

    /**
     * Offers what the component imports and this linker does not offer: for each function one that
     * traps with its name, and for each resource type one of which there is no resource. So a
     * component runs as far as it goes without them. Core modules and components cannot be made up:
     * what imports an unknown one still fails to link.
     *
     * @param which the imports to do so for, by their names as the component states them, such as
     *     {@code wasi:sockets/tcp@0.2.9}
     * @return this linker
     */
    public Linker defineUnknownImportsAsTraps(Component component, Predicate<String> which) {
        UnknownImports.define(component.imports(), root, which);
        return this;
    }

    /** The engine that it makes instances on. */
    public Engine engine() {
        return engine;
    }

    /** As {@link #instantiate(Component, Limits)}, with the engine's limits. */
    public Instance instantiate(Component component) {
        return instantiate(component, engine.limits());
    }

    /**
     * Makes an instance, compiling the component where that was not done before.
     *
     * @throws LinkException naming all imports that are missing or given something of another type
     * @throws Trap where a start function traps
     * @throws dev.tamias.engine.LimitExceeded where it needs more than {@code limits} allow
     * @throws IllegalArgumentException where the component was made for another engine
     */
    public Instance instantiate(Component component, Limits limits) {
        return instantiatePre(component).instantiate(limits);
    }

    /**
     * Finds and checks the imports of a component, and compiles it where that was not done before,
     * for instances to be made later. What this linker is offered from now on does not matter to
     * them.
     *
     * @throws LinkException naming all imports that are missing or given something of another type
     * @throws IllegalArgumentException where the component was made for another engine
     */
    public InstancePre instantiatePre(Component component) {
        if (!component.engine().equals(engine)) {
            throw new IllegalArgumentException("the component was made for another engine");
        }
        return new InstancePre(
                engine, component.item(), Linking.of(root, component.imports()).items());
    }
}

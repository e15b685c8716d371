package dev.tamias.component;

import dev.tamias.engine.Engine;
import dev.tamias.engine.Trap;
import dev.tamias.model.Limits;
import java.util.Map;

/**
 * A component whose imports are found and checked, for instances to be made of it. All of them
 * share the host functions and the instances that the linker offered.
 */
public final class InstancePre {

    private final Engine engine;
    private final ComponentItem component;
    private final LinkedModules modules;
    private final Map<String, RuntimeItem> imports;

    InstancePre(Engine engine, ComponentItem component, Map<String, RuntimeItem> imports) {
        this.engine = engine;
        this.component = component;
        this.imports = imports;
        this.modules = component.linked(engine, imports.values());
    }

    /** As {@link #instantiate(Limits)}, with the engine's limits. */
    public Instance instantiate() {
        return instantiate(engine.limits());
    }

    /**
     * Makes an instance.
     *
     * @throws LinkException where core modules do not fit together, which only their run can show
     * @throws Trap where a start function traps
     * @throws dev.tamias.engine.LimitExceeded where it needs more than {@code limits} allow
     */
    public Instance instantiate(Limits limits) {
        return Instantiation.root(engine, component, imports, modules, limits);
    }
}

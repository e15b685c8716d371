package dev.tamias.component;

import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The core modules that a root instance and all within it can be made of, compiled onto one type
 * space: whichever of them share a table, a type index means the same in both. Immutable.
 */
final class LinkedModules {

    private final IdentityHashMap<CoreBinary, CoreModule> compiled = new IdentityHashMap<>();

    private LinkedModules() {}

    static LinkedModules of(Engine engine, List<CoreBinary> modules) {
        LinkedModules linked = new LinkedModules();
        TypeSpace types = TypeSpace.of(modules);
        for (CoreBinary module : modules) {
            linked.compiled.computeIfAbsent(module, key -> engine.compile(key, types));
        }
        return linked;
    }

    /** Deletes the code of these modules from the engine's cache on disk. */
    static void forgetCode(Engine engine, List<CoreBinary> modules) {
        TypeSpace types = TypeSpace.of(modules);
        modules.forEach(module -> engine.forgetCode(module, types));
    }

    CoreModule get(CoreBinary module) {
        CoreModule code = compiled.get(module);
        if (code == null) {
            throw new IllegalStateException("a core module was not found while linking");
        }
        return code;
    }

    /** All modules that instances of these items can be made of, in the order of their finding. */
    static List<CoreBinary> broughtBy(List<RuntimeItem> items) {
        Set<CoreBinary> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<RuntimeItem> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<RuntimeItem> open = new ArrayDeque<>(items);
        List<CoreBinary> inOrder = new ArrayList<>();
        while (!open.isEmpty()) {
            RuntimeItem item = open.remove();
            if (!seen.add(item)) {
                continue;
            }
            if (item instanceof ModuleItem module && found.add(module.module())) {
                inOrder.add(module.module());
            } else if (item instanceof InstanceItem instance) {
                open.addAll(instance.exports().values());
            } else if (item instanceof ComponentItem component) {
                component.compiled().modules().stream().filter(found::add).forEach(inOrder::add);
                addOuter(component, open);
            }
        }
        return inOrder;
    }

    /** What a component can reach by outer aliases. */
    private static void addOuter(ComponentItem component, Deque<RuntimeItem> open) {
        for (Frame frame = component.outer(); frame != null; frame = frame.outer) {
            frame.coreModules.forEach(module -> open.add(new ModuleItem(module)));
            open.addAll(frame.components);
        }
    }
}

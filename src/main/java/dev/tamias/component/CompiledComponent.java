package dev.tamias.component;

import dev.tamias.component.abi.CallFlattening;
import dev.tamias.component.abi.Codecs;
import dev.tamias.component.binary.ComponentBinary;
import dev.tamias.component.binary.Definition;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all instances of a component share: how its functions' values are laid out, and its core
 * modules, compiled together with those that a linker gives it.
 */
final class CompiledComponent {

    private final ComponentBinary binary;
    private final Codecs codecs = new Codecs();
    private final List<CoreBinary> modules = new ArrayList<>();
    private final IdentityHashMap<FuncType, CallFlattening> flattenings = new IdentityHashMap<>();
    private List<CoreBinary> linkedOf = List.of();
    private @Nullable LinkedModules linked;

    CompiledComponent(ComponentBinary binary) {
        this.binary = binary;
        collect(binary);
    }

    /** Finds the core modules, nested ones too, and lays out the functions. */
    private void collect(ComponentBinary component) {
        for (Definition each : component.definitions()) {
            if (each instanceof Definition.CoreModule core) {
                modules.add(core.module());
            } else if (each instanceof Definition.Component nested) {
                collect(nested.component());
            } else if (each instanceof Definition.Lift lift) {
                layOut(lift.type());
            } else if (each instanceof Definition.Lower lower) {
                layOut(lower.type());
            }
        }
    }

    private void layOut(FuncType type) {
        flattenings.computeIfAbsent(type, key -> new CallFlattening(key, codecs));
    }

    ComponentBinary binary() {
        return binary;
    }

    /** The component's core modules, nested components' too. */
    List<CoreBinary> modules() {
        return modules;
    }

    /**
     * The code of these modules, the component's own among them. They share one type space, so that
     * other modules may mean other code; what was made last is kept.
     */
    synchronized LinkedModules link(Engine engine, List<CoreBinary> all) {
        LinkedModules code = linked;
        // A module has no equals of its own, so that the lists are equal where all is the same.
        if (code == null || !linkedOf.equals(all)) {
            code = LinkedModules.of(engine, all);
            linked = code;
            linkedOf = all;
        }
        return code;
    }

    CallFlattening flattening(FuncType type) {
        CallFlattening flattening = flattenings.get(type);
        if (flattening == null) {
            throw new IllegalStateException(
                    "a function of the component was not laid out: " + type);
        }
        return flattening;
    }
}

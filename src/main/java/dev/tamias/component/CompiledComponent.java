package dev.tamias.component;

import dev.tamias.component.abi.CallFlattening;
import dev.tamias.component.abi.Codecs;
import dev.tamias.component.binary.ComponentBinary;
import dev.tamias.component.binary.Definition;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.TypeSpace;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all instances of a component share: its core modules, compiled onto one type space, and how its
 * functions' values are laid out. Immutable once made.
 */
final class CompiledComponent {

    private final ComponentBinary binary;
    private final Codecs codecs = new Codecs();
    private final IdentityHashMap<CoreBinary, CoreModule> modules = new IdentityHashMap<>();
    private final IdentityHashMap<FuncType, CallFlattening> flattenings = new IdentityHashMap<>();

    private CompiledComponent(ComponentBinary binary) {
        this.binary = binary;
    }

    static CompiledComponent of(Engine engine, ComponentBinary binary) {
        CompiledComponent compiled = new CompiledComponent(binary);
        List<CoreBinary> found = new ArrayList<>();
        compiled.collect(binary, found);
        TypeSpace types = TypeSpace.of(found);
        for (CoreBinary module : found) {
            compiled.modules.put(module, engine.compile(module, types));
        }
        return compiled;
    }

    /** Finds the core modules, nested ones too, and lays out the functions. */
    private void collect(ComponentBinary component, List<CoreBinary> found) {
        for (Definition each : component.definitions()) {
            if (each instanceof Definition.CoreModule core) {
                found.add(core.module());
            } else if (each instanceof Definition.Component nested) {
                collect(nested.component(), found);
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

    CoreModule module(CoreBinary module) {
        return found(modules.get(module));
    }

    CallFlattening flattening(FuncType type) {
        return found(flattenings.get(type));
    }

    private static <T> T found(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the component was compiled without a part of it");
        }
        return value;
    }
}

package dev.tamias.component;

import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.engine.Engine;
import java.util.Map;

/** Offers whatever a component imports; functions refuse when they are called. */
final class StubImports {

    private StubImports() {}

    static Linker linker(Engine engine, Component component) {
        Linker linker = new Linker(engine);
        offer(component.imports(), linker.root());
        return linker;
    }

    private static void offer(Map<String, ExternType> imports, LinkerInstance to) {
        imports.forEach(
                (name, type) -> {
                    if (type instanceof ExternType.Instance instance) {
                        offer(instance.type().exports(), to.instance(name));
                    } else if (type instanceof ExternType.Func) {
                        to.func(
                                name,
                                arguments -> {
                                    throw new UnsupportedOperationException(name);
                                });
                    } else if (type instanceof ExternType.Type bounded
                            && bounded.bound() instanceof TypeBound.Resource) {
                        to.resource(name, ResourceType.host(name, rep -> {}));
                    }
                });
    }
}

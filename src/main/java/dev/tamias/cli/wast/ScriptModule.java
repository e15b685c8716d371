package dev.tamias.cli.wast;

import dev.tamias.component.Component;
import dev.tamias.engine.binary.CoreBinary;
import java.util.Set;
import java.util.stream.Collectors;

/** What scripts call a module: a component or a core module, decoded and validated. */
sealed interface ScriptModule {

    /** The names that it imports from, each for an instance or something else of the host. */
    Set<String> imports();

    /** A component. */
    record OfComponent(Component component) implements ScriptModule {
        @Override
        public Set<String> imports() {
            return component.imports().keySet();
        }
    }

    /** A core module. */
    record OfCore(CoreBinary module) implements ScriptModule {
        @Override
        public Set<String> imports() {
            return module.imports().stream()
                    .map(CoreBinary.Import::module)
                    .collect(Collectors.toSet());
        }
    }
}

package dev.tamias.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The type of something imported or exported (Explainer.md, {@code externtype}). */
public sealed interface ExternType {

    /** What a person calls something of this type. */
    String title();

    /** A function. */
    record Func(FuncType type) implements ExternType {
        @Override
        public String title() {
            return "function";
        }
    }

    /** A type: equal to a known one, or a resource type that only its id tells from others. */
    record Type(TypeBound bound) implements ExternType {
        @Override
        public String title() {
            return "type";
        }
    }

    /** A component instance. */
    record Instance(InstanceType type) implements ExternType {
        @Override
        public String title() {
            return "instance";
        }
    }

    /** A component. */
    record Component(ComponentType type) implements ExternType {
        @Override
        public String title() {
            return "component";
        }
    }

    /** A core module. */
    record Module(ModuleType type) implements ExternType {
        @Override
        public String title() {
            return "core module";
        }
    }

    /** The exports of an instance, in their order. */
    record InstanceType(Map<String, ExternType> exports) {
        public InstanceType {
            exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
        }
    }

    /** The imports and exports of a component, in their order. */
    record ComponentType(Map<String, ExternType> imports, Map<String, ExternType> exports) {
        public ComponentType {
            imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
            exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
        }
    }
}

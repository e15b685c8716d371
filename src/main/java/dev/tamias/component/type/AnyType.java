package dev.tamias.component.type;

/** What an index of a component's type index space can stand for. */
public sealed interface AnyType {

    /**
     * The same type with a name of its own, as each import and each export of a type gives it: equal
     * to this one and another object, as are the parts of it that can have a name (Explainer.md,
     * "External Visibility of Types").
     */
    AnyType named(String name);

    /** A value type. */
    record Value(ValType type) implements AnyType {
        @Override
        public AnyType named(String name) {
            return new Value(type.named());
        }
    }

    /** A function type. */
    record Func(FuncType type) implements AnyType {
        @Override
        public AnyType named(String name) {
            return new Func(type);
        }
    }

    /** An instance type. */
    record Instance(ExternType.InstanceType type) implements AnyType {
        @Override
        public AnyType named(String name) {
            return new Instance(type);
        }
    }

    /** A component type. */
    record Component(ExternType.ComponentType type) implements AnyType {
        @Override
        public AnyType named(String name) {
            return new Component(type);
        }
    }

    /** A resource type. */
    record Resource(ResourceId id) implements AnyType {
        @Override
        public AnyType named(String name) {
            return new Resource(id.alias(name));
        }
    }
}

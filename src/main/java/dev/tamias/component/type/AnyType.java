package dev.tamias.component.type;

/** What an index of a component's type index space can stand for. */
public sealed interface AnyType {

    /** A value type. */
    record Value(ValType type) implements AnyType {}

    /** A function type. */
    record Func(FuncType type) implements AnyType {}

    /** An instance type. */
    record Instance(ExternType.InstanceType type) implements AnyType {}

    /** A component type. */
    record Component(ExternType.ComponentType type) implements AnyType {}

    /** A resource type. */
    record Resource(ResourceId id) implements AnyType {}
}

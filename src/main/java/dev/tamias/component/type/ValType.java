package dev.tamias.component.type;

/**
 * The type of a value that crosses a component's boundary (Explainer.md, {@code defvaltype}).
 *
 * <p>All value types are structural: two of them are the same type exactly when they are equal. Which
 * object a record, variant, enum or flags type is says where it has its name, which matters to
 * validation alone.
 */
public sealed interface ValType
        permits PrimType,
                ListType,
                RecordType,
                TupleType,
                VariantType,
                EnumType,
                OptionType,
                ResultType,
                FlagsType,
                OwnType,
                BorrowType {

    /** The same type as an object of its own, where this is a type that must have a name. */
    default ValType named() {
        return this;
    }
}

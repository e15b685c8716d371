package dev.tamias.component.type;

/** The type of a value that crosses a component's boundary (Explainer.md, {@code defvaltype}). */
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
                BorrowType {}

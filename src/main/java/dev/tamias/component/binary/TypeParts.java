package dev.tamias.component.binary;

import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value types that a type is directly made of, taken out and put in. */
final class TypeParts {

    private TypeParts() {}

    /** In their order; absent payloads are left out. */
    static List<ValType> of(ValType type) {
        List<ValType> parts = new ArrayList<>();
        if (type instanceof ListType list) {
            parts.add(list.element());
        } else if (type instanceof OptionType option) {
            parts.add(option.element());
        } else if (type instanceof RecordType record) {
            record.fields().forEach(field -> parts.add(field.type()));
        } else if (type instanceof TupleType tuple) {
            return tuple.elements();
        } else if (type instanceof VariantType variant) {
            variant.cases().forEach(each -> add(parts, each.payload()));
        } else if (type instanceof ResultType result) {
            add(parts, result.ok());
            add(parts, result.err());
        }
        return parts;
    }

    /** Parameters and result. */
    static List<ValType> of(FuncType type) {
        List<ValType> parts = new ArrayList<>();
        type.params().forEach(param -> parts.add(param.type()));
        add(parts, type.result());
        return parts;
    }

    /** The same type made of other parts, which come in the order of {@link #of(ValType)}. */
    static ValType with(ValType type, List<ValType> parts) {
        Iterator<ValType> next = parts.iterator();
        if (type instanceof ListType) {
            return new ListType(next.next());
        }
        if (type instanceof OptionType) {
            return new OptionType(next.next());
        }
        if (type instanceof TupleType) {
            return new TupleType(parts);
        }
        if (type instanceof RecordType record) {
            return new RecordType(
                    record.fields().stream()
                            .map(each -> new RecordType.Field(each.name(), next.next()))
                            .toList());
        }
        if (type instanceof VariantType variant) {
            return new VariantType(
                    variant.cases().stream()
                            .map(
                                    each ->
                                            new VariantType.Case(
                                                    each.name(), like(each.payload(), next)))
                            .toList());
        }
        if (type instanceof ResultType result) {
            return new ResultType(like(result.ok(), next), like(result.err(), next));
        }
        return type;
    }

    /** The same function type with other parts, in the order of {@link #of(FuncType)}. */
    static FuncType with(FuncType type, List<ValType> parts) {
        Iterator<ValType> next = parts.iterator();
        return new FuncType(
                type.params().stream()
                        .map(each -> new FuncType.Param(each.name(), next.next()))
                        .toList(),
                like(type.result(), next));
    }

    private static @Nullable ValType like(@Nullable ValType part, Iterator<ValType> next) {
        return part == null ? null : next.next();
    }

    private static void add(List<ValType> parts, @Nullable ValType part) {
        if (part != null) {
            parts.add(part);
        }
    }
}

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value types that a type is directly made of. */
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

    private static void add(List<ValType> parts, @Nullable ValType part) {
        if (part != null) {
            parts.add(part);
        }
    }
}

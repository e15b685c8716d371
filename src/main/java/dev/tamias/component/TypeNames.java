package dev.tamias.component;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Value types as text, close to WIT. A record, variant, enum or flags that has a name where it is used
 * is shown by that name; types with the same parts have the first of their names.
 */
public final class TypeNames {

    private final @Nullable TypeNames outer;
    private final Map<ValType, String> names = new HashMap<>();

    private TypeNames(@Nullable TypeNames outer) {
        this.outer = outer;
    }

    /** No names at all. */
    public static TypeNames none() {
        return new TypeNames(null);
    }

    /** These names, and those that {@code exports}, or imports, give to types. */
    public TypeNames with(Map<String, ExternType> exports) {
        TypeNames inner = new TypeNames(this);
        exports.forEach(
                (name, type) -> {
                    ValType named = definition(type);
                    if (named != null && hasNames(named)) {
                        inner.names.putIfAbsent(named, name);
                    }
                });
        return inner;
    }

    /** The value type that is named there; null where it is something else. */
    public static @Nullable ValType definition(ExternType type) {
        return type instanceof ExternType.Type bounded
                        && bounded.bound() instanceof TypeBound.Equal equal
                        && equal.type() instanceof AnyType.Value value
                ? value.type()
                : null;
    }

    private static boolean hasNames(ValType type) {
        return type instanceof RecordType
                || type instanceof VariantType
                || type instanceof EnumType
                || type instanceof FlagsType;
    }

    private @Nullable String name(ValType type) {
        String name = names.get(type);
        return name == null && outer != null ? outer.name(type) : name;
    }

    /** The type by its name, or else in full. */
    public String text(ValType type) {
        String name = name(type);
        return name == null ? inFull(type) : name;
    }

    /** The type by what it is made of, those parts by their names. */
    public String inFull(ValType type) {
        if (type instanceof ListType list) {
            return "list<" + text(list.element()) + ">";
        }
        if (type instanceof OptionType option) {
            return "option<" + text(option.element()) + ">";
        }
        if (type instanceof ResultType result) {
            return result(result);
        }
        if (type instanceof TupleType tuple) {
            return tuple.elements().stream()
                    .map(this::text)
                    .collect(Collectors.joining(", ", "tuple<", ">"));
        }
        if (type instanceof RecordType record) {
            return record.fields().stream()
                    .map(field -> field.name() + ": " + text(field.type()))
                    .collect(Collectors.joining(", ", "record { ", " }"));
        }
        if (type instanceof VariantType variant) {
            return variant.cases().stream()
                    .map(this::text)
                    .collect(Collectors.joining(", ", "variant { ", " }"));
        }
        return type.toString();
    }

    private String text(VariantType.Case of) {
        ValType payload = of.payload();
        return payload == null ? of.name() : of.name() + "(" + text(payload) + ")";
    }

    private String result(ResultType type) {
        ValType ok = type.ok();
        ValType err = type.err();
        if (err == null) {
            return ok == null ? "result" : "result<" + text(ok) + ">";
        }
        return "result<" + (ok == null ? "_" : text(ok)) + ", " + text(err) + ">";
    }

    /** A function's parameters and result. */
    public String text(FuncType type) {
        String params =
                type.params().stream()
                        .map(param -> param.name() + ": " + text(param.type()))
                        .collect(Collectors.joining(", ", "func(", ")"));
        ValType result = type.result();
        return result == null ? params : params + " -> " + text(result);
    }
}

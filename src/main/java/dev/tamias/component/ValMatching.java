package dev.tamias.component;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value that the host hands over is one of a type. It is asked before a guest is entered,
 * so that a mistake of the host ends no guest. A mismatch is answered as the reason, for a message.
 */
final class ValMatching {

    private final ResourceScope scope;

    /**
     * @param scope of the resource ids in the types
     */
    ValMatching(ResourceScope scope) {
        this.scope = scope;
    }

    /** Null where {@code value} is of the type, or both are nothing; else why it is not. */
    @Nullable String mismatchOrNothing(@Nullable Val value, @Nullable ValType type) {
        if (value == null) {
            return type == null ? null : "nothing is given for " + ValText.of(type);
        }
        return type == null ? ValText.of(value) + " given for nothing" : mismatch(value, type);
    }

    /** Null where {@code value} is of the type, else why it is not. */
    @Nullable String mismatch(Val value, ValType type) {
        if (type instanceof PrimType prim) {
            return prim(value, prim);
        }
        if (type instanceof ListType list) {
            return list(value, list);
        }
        if (type instanceof RecordType record && value instanceof Val.Record some) {
            return record(some, record);
        }
        if (type instanceof TupleType tuple && value instanceof Val.Tuple some) {
            return tuple(some, tuple);
        }
        if (type instanceof VariantType variant && value instanceof Val.Variant some) {
            return variant(some, variant);
        }
        if (type instanceof OptionType option && value instanceof Val.Option some) {
            return some.value() == null ? null : payload("some", some.value(), option.element());
        }
        if (type instanceof ResultType result && value instanceof Val.Result some) {
            return some.isOk()
                    ? payload("ok", some.value(), result.ok())
                    : payload("error", some.value(), result.err());
        }
        if (type instanceof EnumType labels && value instanceof Val.EnumCase some) {
            return caseIn(some.index(), labels.labels().size(), type);
        }
        if (type instanceof FlagsType labels && value instanceof Val.Flags some) {
            return flags(some.bits(), labels);
        }
        if (type instanceof OwnType own && value instanceof Val.Handle some) {
            return some.resource().owned()
                    ? handle(some.resource(), own.resource(), type)
                    : "a borrowed resource is given for " + type;
        }
        if (type instanceof BorrowType borrow && value instanceof Val.Handle some) {
            return handle(some.resource(), borrow.resource(), type);
        }
        return other(value, type);
    }

    private static @Nullable String prim(Val value, PrimType type) {
        return switch (type) {
            case BOOL -> value instanceof Val.Bool ? null : other(value, type);
            case S8 -> value instanceof Val.S8 ? null : other(value, type);
            case U8 ->
                    value instanceof Val.U8 v ? inRange(v.value(), 0xff, type) : other(value, type);
            case S16 -> value instanceof Val.S16 ? null : other(value, type);
            case U16 ->
                    value instanceof Val.U16 v
                            ? inRange(v.value(), 0xffff, type)
                            : other(value, type);
            case S32 -> value instanceof Val.S32 ? null : other(value, type);
            case U32 ->
                    value instanceof Val.U32 v
                            ? inRange(v.value(), 0xffffffffL, type)
                            : other(value, type);
            case S64 -> value instanceof Val.S64 ? null : other(value, type);
            case U64 -> value instanceof Val.U64 ? null : other(value, type);
            case F32 -> value instanceof Val.F32 ? null : other(value, type);
            case F64 -> value instanceof Val.F64 ? null : other(value, type);
            case CHAR ->
                    value instanceof Val.Char v ? scalar(v.codePoint(), type) : other(value, type);
            case STRING -> value instanceof Val.Str ? null : other(value, type);
        };
    }

    private static @Nullable String inRange(long value, long max, ValType type) {
        return value >= 0 && value <= max ? null : value + " is no " + type;
    }

    private static @Nullable String scalar(int codePoint, ValType type) {
        boolean isScalar =
                Character.isValidCodePoint(codePoint)
                        && (codePoint < Character.MIN_SURROGATE
                                || codePoint > Character.MAX_SURROGATE);
        return isScalar ? null : codePoint + " is no " + type;
    }

    private @Nullable String list(Val value, ListType type) {
        if (type.element() == PrimType.U8) {
            return value instanceof Val.Bytes ? null : other(value, type);
        }
        if (!(value instanceof Val.ListOf list)) {
            return other(value, type);
        }
        int i = 0;
        for (Val element : list.elements()) {
            String reason = mismatch(element, type.element());
            if (reason != null) {
                return "in element " + i + ": " + reason;
            }
            i++;
        }
        return null;
    }

    private @Nullable String record(Val.Record value, RecordType type) {
        int count = type.fields().size();
        if (value.fields().size() != count) {
            return counted(value.fields().size(), type);
        }
        for (int i = 0; i < count; i++) {
            RecordType.Field field = type.fields().get(i);
            String reason = mismatch(value.fields().get(i), field.type());
            if (reason != null) {
                return "in field \"" + field.name() + "\": " + reason;
            }
        }
        return null;
    }

    private @Nullable String tuple(Val.Tuple value, TupleType type) {
        int count = type.elements().size();
        if (value.elements().size() != count) {
            return counted(value.elements().size(), type);
        }
        for (int i = 0; i < count; i++) {
            String reason = mismatch(value.elements().get(i), type.elements().get(i));
            if (reason != null) {
                return "in element " + i + ": " + reason;
            }
        }
        return null;
    }

    private static String counted(int values, ValType type) {
        return values
                + (values == 1 ? " value is" : " values are")
                + " given for "
                + ValText.of(type);
    }

    private @Nullable String variant(Val.Variant value, VariantType type) {
        String reason = caseIn(value.index(), type.cases().size(), type);
        if (reason != null) {
            return reason;
        }
        VariantType.Case some = type.cases().get(value.index());
        return payload(some.name(), value.payload(), some.payload());
    }

    private static @Nullable String caseIn(int index, int cases, ValType type) {
        return index >= 0 && index < cases
                ? null
                : "there is no case " + index + " in " + ValText.of(type);
    }

    private @Nullable String payload(String name, @Nullable Val value, @Nullable ValType type) {
        if (value == null || type == null) {
            return value == null && type == null
                    ? null
                    : "case \"" + name + "\" is given " + (value == null ? "no" : "a") + " payload";
        }
        String reason = mismatch(value, type);
        return reason == null ? null : "in case \"" + name + "\": " + reason;
    }

    private static @Nullable String flags(int bits, FlagsType type) {
        int highest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits);
        return highest < type.labels().size()
                ? null
                : "flag " + highest + " is none of " + ValText.of(type);
    }

    private @Nullable String handle(Resource resource, ResourceId wanted, ValType type) {
        if (!resource.type().id().equals(scope.get(wanted))) {
            return "a resource " + resource.type() + " of another type is given for " + type;
        }
        try {
            resource.rep();
            return null;
        } catch (IllegalStateException gone) {
            return String.valueOf(gone.getMessage());
        }
    }

    private static String other(Val value, ValType type) {
        return ValText.of(value) + " given for " + ValText.of(type);
    }
}

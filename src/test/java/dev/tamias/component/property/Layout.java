package dev.tamias.component.property;

import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How types lie in memory and in core values, as a guest's compiler works it out: apart from the
 * codecs, so that an error in one of the two shows.
 */
final class Layout {

    private Layout() {}

    /** The parts of a record or tuple; null where the type is neither. */
    static @Nullable List<ValType> fields(ValType type) {
        if (type instanceof RecordType record) {
            return record.fields().stream().map(RecordType.Field::type).toList();
        }
        return type instanceof TupleType tuple ? tuple.elements() : null;
    }

    /** The payloads of all cases, null for a case without; null where the type has no cases. */
    static @Nullable List<@Nullable ValType> cases(ValType type) {
        if (type instanceof VariantType variant) {
            List<@Nullable ValType> payloads = new ArrayList<>();
            variant.cases().forEach(each -> payloads.add(each.payload()));
            return payloads;
        }
        if (type instanceof EnumType labels) {
            return Collections.nCopies(labels.labels().size(), null);
        }
        if (type instanceof OptionType option) {
            return Arrays.asList(null, option.element());
        }
        return type instanceof ResultType result ? Arrays.asList(result.ok(), result.err()) : null;
    }

    /** Bytes of the number of the case. */
    static int discriminantSize(List<@Nullable ValType> cases) {
        if (cases.size() <= 1 << 8) {
            return 1;
        }
        return cases.size() <= 1 << 16 ? 2 : 4;
    }

    /** Where the payload lies, from the number of the case on. */
    static int payloadOffset(List<@Nullable ValType> cases) {
        return alignTo(discriminantSize(cases), payloadAlignment(cases));
    }

    private static int payloadAlignment(List<@Nullable ValType> cases) {
        return cases.stream().mapToInt(each -> each == null ? 1 : alignment(each)).max().orElse(1);
    }

    static int alignTo(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    static int alignment(ValType type) {
        List<ValType> fields = fields(type);
        if (fields != null) {
            return fields.stream().mapToInt(Layout::alignment).max().orElse(1);
        }
        List<@Nullable ValType> cases = cases(type);
        if (cases != null) {
            return Math.max(discriminantSize(cases), payloadAlignment(cases));
        }
        return isPointer(type) ? 4 : size(type);
    }

    static int size(ValType type) {
        List<ValType> fields = fields(type);
        if (fields != null) {
            int size = 0;
            for (ValType field : fields) {
                size = alignTo(size, alignment(field)) + size(field);
            }
            return alignTo(size, alignment(type));
        }
        List<@Nullable ValType> cases = cases(type);
        if (cases != null) {
            int most =
                    cases.stream().mapToInt(each -> each == null ? 0 : size(each)).max().orElse(0);
            return alignTo(payloadOffset(cases) + most, alignment(type));
        }
        if (type instanceof FlagsType flags) {
            int labels = flags.labels().size();
            return labels <= 8 ? 1 : labels <= 16 ? 2 : 4;
        }
        return type instanceof PrimType prim ? primSize(prim) : isPointer(type) ? 8 : 4;
    }

    /** Whether there is a handle somewhere in its values. */
    static boolean hasHandle(@Nullable ValType type) {
        if (type == null) {
            return false;
        }
        List<? extends @Nullable ValType> parts = fields(type);
        if (parts == null) {
            parts = cases(type);
        }
        if (parts != null) {
            return parts.stream().anyMatch(Layout::hasHandle);
        }
        return type instanceof ListType list
                ? hasHandle(list.element())
                : type instanceof OwnType || type instanceof BorrowType;
    }

    /** Whether it lies in memory as an address and a length. */
    static boolean isPointer(ValType type) {
        return type instanceof ListType || type == PrimType.STRING;
    }

    private static int primSize(PrimType type) {
        return switch (type) {
            case BOOL, S8, U8 -> 1;
            case S16, U16 -> 2;
            case S32, U32, F32, CHAR -> 4;
            case S64, U64, F64, STRING -> 8;
        };
    }

    /** The core values of all the types, one after the other. */
    static List<CoreValType> flat(List<ValType> types) {
        return types.stream().flatMap(each -> flat(each).stream()).toList();
    }

    static List<CoreValType> flat(ValType type) {
        List<ValType> fields = fields(type);
        if (fields != null) {
            return flat(fields);
        }
        List<@Nullable ValType> cases = cases(type);
        if (cases != null) {
            return flatCases(cases);
        }
        if (isPointer(type)) {
            return List.of(CoreValType.I32, CoreValType.I32);
        }
        if (type instanceof OwnType || type instanceof BorrowType || type instanceof FlagsType) {
            return List.of(CoreValType.I32);
        }
        return List.of(
                switch ((PrimType) type) {
                    case S64, U64 -> CoreValType.I64;
                    case F32 -> CoreValType.F32;
                    case F64 -> CoreValType.F64;
                    default -> CoreValType.I32;
                });
    }

    private static List<CoreValType> flatCases(List<@Nullable ValType> cases) {
        List<CoreValType> joined = new ArrayList<>();
        joined.add(CoreValType.I32);
        for (ValType payload : cases) {
            List<CoreValType> flat = payload == null ? List.of() : flat(payload);
            for (int i = 0; i < flat.size(); i++) {
                if (i + 1 == joined.size()) {
                    joined.add(flat.get(i));
                } else {
                    joined.set(i + 1, join(joined.get(i + 1), flat.get(i)));
                }
            }
        }
        return joined;
    }

    private static CoreValType join(CoreValType a, CoreValType b) {
        if (a == b) {
            return a;
        }
        boolean narrow = isNarrow(a) && isNarrow(b);
        return narrow ? CoreValType.I32 : CoreValType.I64;
    }

    private static boolean isNarrow(CoreValType type) {
        return type == CoreValType.I32 || type == CoreValType.F32;
    }
}

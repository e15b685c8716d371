package dev.tamias.component.abi;

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
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a codec for each type, once. Types are told apart by identity: hashing a deep type time and
 * again costs more than a second codec for an equal one. One thread at a time uses it.
 */
public final class Codecs {

    private final IdentityHashMap<ValType, Codec> made = new IdentityHashMap<>();

    /** The codec of a type. */
    public Codec of(ValType type) {
        Codec known = made.get(type);
        if (known != null) {
            return known;
        }
        Codec codec = make(type);
        made.put(type, codec);
        return codec;
    }

    private @Nullable Codec ofNullable(@Nullable ValType type) {
        return type == null ? null : of(type);
    }

    /** The codec of a tuple of these types. */
    RecordCodec tuple(List<ValType> types) {
        return new RecordCodec(types.stream().map(this::of).toList(), true);
    }

    private Codec make(ValType type) {
        if (type instanceof PrimType prim) {
            return prim(prim);
        }
        if (type instanceof ListType list) {
            return list.element() == PrimType.U8
                    ? new ByteListCodec()
                    : new ListCodec(of(list.element()));
        }
        if (type instanceof RecordType record) {
            return new RecordCodec(
                    record.fields().stream().map(field -> of(field.type())).toList(), false);
        }
        if (type instanceof TupleType tuple) {
            return tuple(tuple.elements());
        }
        if (type instanceof VariantType variant) {
            List<@Nullable Codec> cases = new ArrayList<>();
            variant.cases().forEach(each -> cases.add(ofNullable(each.payload())));
            return new VariantCodec(cases);
        }
        if (type instanceof EnumType labels) {
            return new EnumCodec(labels.labels().size());
        }
        if (type instanceof OptionType option) {
            return new OptionCodec(of(option.element()));
        }
        if (type instanceof ResultType result) {
            return new ResultCodec(ofNullable(result.ok()), ofNullable(result.err()));
        }
        if (type instanceof FlagsType flags) {
            return new FlagsCodec(flags.labels().size());
        }
        if (type instanceof OwnType own) {
            return new OwnCodec(own.resource());
        }
        return new BorrowCodec(((BorrowType) type).resource());
    }

    private static Codec prim(PrimType type) {
        return switch (type) {
            case BOOL -> new BoolCodec();
            case S8, U8 -> new ByteCodec(type == PrimType.S8);
            case S16, U16 -> new ShortCodec(type == PrimType.S16);
            case S32, U32 -> new IntCodec(type == PrimType.S32);
            case S64, U64 -> new LongCodec(type == PrimType.S64);
            case F32 -> new FloatCodec();
            case F64 -> new DoubleCodec();
            case CHAR -> new CharCodec();
            case STRING -> new StringCodec();
        };
    }
}

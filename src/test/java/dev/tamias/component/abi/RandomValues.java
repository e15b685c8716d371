package dev.tamias.component.abi;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Types and values of them, at random from a seed; every kind but handles. */
final class RandomValues {

    private static final String[] CHARACTERS = {
        "a", "\u0000", "\u007f", "\u0080", "\u00ff", "\u0100", "\uffff", "\uD83D\uDC3F"
    };

    private final Random random;

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    ValType type(int depth) {
        int kind = random.nextInt(depth == 0 ? 5 : 12);
        return switch (kind) {
            case 0, 1, 2 -> PrimType.values()[random.nextInt(PrimType.values().length)];
            case 3 -> new EnumType(labels(1 + random.nextInt(300)));
            case 4 -> new FlagsType(labels(1 + random.nextInt(32)));
            case 5, 6 -> new ListType(type(depth - 1));
            case 7 -> new RecordType(fields(depth));
            case 8 -> new TupleType(some(() -> type(depth - 1)));
            case 9 -> new VariantType(some(() -> new VariantType.Case("c", typeOrNull(depth))));
            case 10 -> new OptionType(type(depth - 1));
            default -> new ResultType(typeOrNull(depth), typeOrNull(depth));
        };
    }

    private List<RecordType.Field> fields(int depth) {
        return some(() -> new RecordType.Field("f", type(depth - 1)));
    }

    private @Nullable ValType typeOrNull(int depth) {
        return random.nextInt(3) == 0 ? null : type(depth - 1);
    }

    private <T> List<T> some(Supplier<T> source) {
        return Stream.generate(source).limit(1 + random.nextInt(5)).toList();
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    Val value(ValType type) {
        if (type instanceof PrimType prim) {
            return prim(prim);
        }
        if (type instanceof ListType list) {
            return list(list.element());
        }
        if (type instanceof RecordType record) {
            return new Val.Record(
                    record.fields().stream().map(each -> value(each.type())).toList());
        }
        if (type instanceof TupleType tuple) {
            return new Val.Tuple(tuple.elements().stream().map(this::value).toList());
        }
        if (type instanceof VariantType variant) {
            int index = random.nextInt(variant.cases().size());
            return new Val.Variant(index, valueOrNull(variant.cases().get(index).payload()));
        }
        if (type instanceof EnumType labels) {
            return new Val.EnumCase(random.nextInt(labels.labels().size()));
        }
        if (type instanceof OptionType option) {
            return random.nextBoolean() ? Val.Option.NONE : new Val.Option(value(option.element()));
        }
        if (type instanceof ResultType result) {
            boolean ok = random.nextBoolean();
            return new Val.Result(ok, valueOrNull(ok ? result.ok() : result.err()));
        }
        int labels = ((FlagsType) type).labels().size();
        return new Val.Flags(random.nextInt() >>> 32 - labels);
    }

    private @Nullable Val valueOrNull(@Nullable ValType type) {
        return type == null ? null : value(type);
    }

    private Val list(ValType element) {
        int length = random.nextInt(4);
        if (element == PrimType.U8) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return new Val.Bytes(bytes);
        }
        List<Val> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(value(element));
        }
        return new Val.ListOf(Collections.unmodifiableList(elements));
    }

    private Val prim(PrimType type) {
        long bits = random.nextInt(4) == 0 ? -random.nextInt(2) : random.nextLong();
        return switch (type) {
            case BOOL -> new Val.Bool(random.nextBoolean());
            case S8 -> new Val.S8((byte) bits);
            case U8 -> new Val.U8((short) (bits & 0xff));
            case S16 -> new Val.S16((short) bits);
            case U16 -> new Val.U16((int) bits & 0xffff);
            case S32 -> new Val.S32((int) bits);
            case U32 -> new Val.U32(bits & 0xffffffffL);
            case S64 -> new Val.S64(bits);
            case U64 -> new Val.U64(bits);
            case F32 -> new Val.F32(random.nextInt(3) == 0 ? Float.NaN : random.nextFloat());
            case F64 -> new Val.F64(random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian());
            case CHAR -> new Val.Char(character().codePointAt(0));
            case STRING ->
                    new Val.Str(
                            String.join("", Collections.nCopies(random.nextInt(4), character())));
        };
    }

    private String character() {
        return CHARACTERS[random.nextInt(CHARACTERS.length)];
    }
}

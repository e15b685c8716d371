package dev.tamias.component.property;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
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
import org.jspecify.annotations.Nullable;

/** Values of types at random, many of them at the bounds of their types. */
final class RandomVals {

    private static final int[] LENGTHS = {0, 0, 1, 2, 3, 7, 40};
    private static final int LONG_LIST = 20_000;

    /** Parts of a value: lists become empty where it has more. */
    private static final int PARTS = 2_000;

    private final Random random;
    private final RandomStrings strings;
    private final @Nullable ResourceType resource;
    private int reps;
    private int partsLeft;

    /** @param resource of the owned handles, where there are any */
    RandomVals(Random random, @Nullable ResourceType resource) {
        this.random = random;
        this.strings = new RandomStrings(random);
        this.resource = resource;
    }

    Val value(ValType type) {
        partsLeft = PARTS;
        return part(type);
    }

    private Val part(ValType type) {
        partsLeft--;
        if (type instanceof PrimType prim) {
            return prim(prim);
        }
        if (type instanceof ListType list) {
            return list(list.element());
        }
        if (type instanceof RecordType record) {
            return new Val.Record(record.fields().stream().map(each -> part(each.type())).toList());
        }
        if (type instanceof TupleType tuple) {
            return new Val.Tuple(tuple.elements().stream().map(this::part).toList());
        }
        if (type instanceof VariantType variant) {
            int index = edge(variant.cases().size());
            return new Val.Variant(index, partOrNull(variant.cases().get(index).payload()));
        }
        if (type instanceof EnumType labels) {
            return new Val.EnumCase(edge(labels.labels().size()));
        }
        if (type instanceof OptionType option) {
            return random.nextBoolean() ? Val.none() : Val.some(part(option.element()));
        }
        if (type instanceof ResultType result) {
            boolean ok = random.nextBoolean();
            return new Val.Result(ok, partOrNull(ok ? result.ok() : result.err()));
        }
        if (type instanceof FlagsType flags) {
            int all = -1 >>> 32 - flags.labels().size();
            return new Val.Flags(random.nextInt(4) == 0 ? all : random.nextInt() & all);
        }
        return handle();
    }

    /** Below {@code bound}, and often the last before it. */
    private int edge(int bound) {
        return random.nextInt(4) == 0 ? bound - 1 : random.nextInt(bound);
    }

    private @Nullable Val partOrNull(@Nullable ValType type) {
        return type == null ? null : part(type);
    }

    private Val handle() {
        if (resource == null) {
            throw new IllegalStateException("there is no resource type for a handle");
        }
        return Val.handle(Resource.own(resource, reps++));
    }

    private Val list(ValType element) {
        int length = partsLeft <= 0 ? 0 : LENGTHS[random.nextInt(LENGTHS.length)];
        if (element == PrimType.U8) {
            byte[] bytes = new byte[random.nextInt(40) == 0 ? LONG_LIST : length];
            random.nextBytes(bytes);
            return new Val.Bytes(bytes);
        }
        if (element instanceof PrimType prim && random.nextInt(60) == 0) {
            Val one = prim(prim);
            return new Val.ListOf(Collections.nCopies(LONG_LIST / 10, one));
        }
        List<Val> elements = new ArrayList<>();
        for (int i = 0; i < length && partsLeft > 0; i++) {
            elements.add(part(element));
        }
        return new Val.ListOf(Collections.unmodifiableList(elements));
    }

    private Val prim(PrimType type) {
        long bits = bits();
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
            case F32 -> new Val.F32(f32());
            case F64 -> new Val.F64(f64());
            case CHAR -> new Val.Char(strings.codePoint());
            case STRING -> new Val.Str(strings.string(partsLeft > 0));
        };
    }

    /** All zeros, all ones, the least or the greatest of a width, or any. */
    private long bits() {
        int width = 8 << random.nextInt(4);
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> 1L << width - 1;
            case 3 -> (1L << width - 1) - 1;
            default -> random.nextLong();
        };
    }

    private float f32() {
        float[] edges = {
            0f, -0f, Float.MIN_VALUE, Float.MIN_NORMAL, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY
        };
        return switch (random.nextInt(3)) {
            case 0 -> edges[random.nextInt(edges.length)];
            case 1 -> Float.intBitsToFloat(0x7f800001 + random.nextInt(0x7fffff));
            default -> Float.intBitsToFloat(random.nextInt());
        };
    }

    private double f64() {
        double[] edges = {
            0d, -0d, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Double.POSITIVE_INFINITY
        };
        return switch (random.nextInt(3)) {
            case 0 -> edges[random.nextInt(edges.length)];
            case 1 -> Double.longBitsToDouble(0xfff0000000000001L + random.nextInt(1 << 30));
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }
}

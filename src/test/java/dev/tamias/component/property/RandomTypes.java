package dev.tamias.component.property;

import dev.tamias.component.abi.ResourceType;
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
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Value types of every kind, at random; sizes lie about the bounds where layouts change. */
final class RandomTypes {

    private static final int[] LABELS = {1, 2, 7, 8, 9, 15, 16, 17, 31, 32};
    private static final int[] CASES = {1, 2, 3, 5, 255, 256, 257};

    private final Random random;
    private final @Nullable ResourceType resource;

    /** @param resource whose owned handles are among the types, null for none */
    RandomTypes(Random random, @Nullable ResourceType resource) {
        this.random = random;
        this.resource = resource;
    }

    /** @param depth how many types lie within one another at most */
    ValType type(int depth) {
        int kind = random.nextInt(depth == 0 ? 8 : 24);
        return switch (kind) {
            case 0, 1, 2, 3 -> prim();
            case 4 -> PrimType.STRING;
            case 5 -> resource == null ? prim() : new OwnType(resource.id());
            case 6 -> new EnumType(labels("e", oneOf(CASES)));
            case 7 -> new FlagsType(labels("l", oneOf(LABELS)));
            case 8, 9, 10, 11 -> new ListType(type(depth - 1));
            case 12, 13, 14 -> new RecordType(fields(depth));
            case 15, 16 -> new TupleType(some(() -> type(depth - 1)));
            case 17, 18, 19 -> new VariantType(cases(depth));
            case 20, 21 -> new OptionType(type(depth - 1));
            default -> new ResultType(typeOrNull(depth), typeOrNull(depth));
        };
    }

    private PrimType prim() {
        return PrimType.values()[random.nextInt(PrimType.values().length)];
    }

    private int oneOf(int[] numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    private List<RecordType.Field> fields(int depth) {
        List<ValType> types = some(() -> type(depth - 1));
        return IntStream.range(0, types.size())
                .mapToObj(i -> new RecordType.Field("f" + i, types.get(i)))
                .toList();
    }

    /** A few cases with payloads, and sometimes so many without that the discriminant is larger. */
    private List<VariantType.Case> cases(int depth) {
        List<VariantType.Case> cases = new ArrayList<>();
        int count = random.nextInt(6) == 0 ? oneOf(CASES) : 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            boolean plain = i >= 4 && i < count - 1;
            cases.add(new VariantType.Case("c" + i, plain ? null : typeOrNull(depth)));
        }
        return cases;
    }

    private @Nullable ValType typeOrNull(int depth) {
        return random.nextInt(4) == 0 ? null : type(depth - 1);
    }

    private <T> List<T> some(Supplier<T> source) {
        return Stream.generate(source).limit(1 + random.nextInt(5)).toList();
    }

    private static List<String> labels(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}

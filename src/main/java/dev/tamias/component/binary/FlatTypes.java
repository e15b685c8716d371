package dev.tamias.component.binary;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The core types that values and functions flatten to (CanonicalABI.md, "Flattening"). */
final class FlatTypes {

    private static final int MAX_FLAT_PARAMS = 16;
    private static final int MAX_FLAT_RESULTS = 1;
    private static final Set<CoreValType> FOUR_BYTES = Set.of(CoreValType.I32, CoreValType.F32);

    /**
     * A value type, flat.
     *
     * @param types null where they are more than {@link #MAX_FLAT_PARAMS}
     * @param pointers whether there is a list or string in it
     */
    private record Flat(@Nullable List<CoreValType> types, boolean pointers) {}

    /**
     * What a canonical function is to be like.
     *
     * @param memory whether it needs the option
     * @param realloc whether it needs the option
     */
    record Signature(CoreType.Func type, boolean memory, boolean realloc) {}

    private final DecodeState state;
    private final IdentityHashMap<ValType, Flat> known = new IdentityHashMap<>();
    private final IdentityHashMap<FuncType, Signature> lifted = new IdentityHashMap<>();
    private final IdentityHashMap<FuncType, Signature> lowered = new IdentityHashMap<>();

    FlatTypes(DecodeState state) {
        this.state = state;
    }

    /** Of the core function that {@code canon lift} takes. */
    Signature lift(FuncType type) {
        return lifted.computeIfAbsent(type, this::newLift);
    }

    private Signature newLift(FuncType type) {
        Flat params = params(type);
        Flat result = result(type);
        List<CoreValType> paramTypes = params.types;
        List<CoreValType> resultTypes = result.types;
        boolean spilledResult = spills(resultTypes);
        CoreType.Func core =
                new CoreType.Func(
                        paramTypes == null ? List.of(CoreValType.I32) : paramTypes,
                        resultTypes == null || spilledResult
                                ? List.of(CoreValType.I32)
                                : resultTypes);
        boolean realloc = params.pointers || paramTypes == null;
        return new Signature(core, realloc || result.pointers || spilledResult, realloc);
    }

    /** Of the core function that {@code canon lower} makes. */
    Signature lower(FuncType type) {
        return lowered.computeIfAbsent(type, this::newLower);
    }

    private Signature newLower(FuncType type) {
        Flat params = params(type);
        Flat result = result(type);
        List<CoreValType> paramTypes = params.types;
        List<CoreValType> resultTypes = result.types;
        boolean spilledResult = spills(resultTypes);
        List<CoreValType> all =
                new ArrayList<>(paramTypes == null ? List.of(CoreValType.I32) : paramTypes);
        if (spilledResult) {
            all.add(CoreValType.I32);
        }
        CoreType.Func core =
                new CoreType.Func(
                        all, resultTypes == null || spilledResult ? List.of() : resultTypes);
        boolean memory = params.pointers || paramTypes == null || result.pointers || spilledResult;
        return new Signature(core, memory, result.pointers);
    }

    private static boolean spills(@Nullable List<CoreValType> results) {
        return results == null || results.size() > MAX_FLAT_RESULTS;
    }

    private Flat params(FuncType type) {
        return sequence(type.params().stream().map(FuncType.Param::type).toList());
    }

    private Flat result(FuncType type) {
        ValType result = type.result();
        return result == null ? new Flat(List.of(), false) : of(result);
    }

    private Flat of(ValType type) {
        Flat flat = known.get(type);
        if (flat == null) {
            flat = flatten(type);
            known.put(type, flat);
        }
        return flat;
    }

    private Flat flatten(ValType type) {
        if (type instanceof PrimType primitive) {
            return primitive(primitive);
        }
        if (type instanceof ListType) {
            return new Flat(List.of(CoreValType.I32, CoreValType.I32), true);
        }
        if (type instanceof RecordType || type instanceof TupleType) {
            return sequence(TypeParts.of(type));
        }
        if (type instanceof VariantType
                || type instanceof EnumType
                || type instanceof OptionType
                || type instanceof ResultType) {
            return choice(TypeParts.of(type));
        }
        // Flags and handles.
        return new Flat(List.of(CoreValType.I32), false);
    }

    private static Flat primitive(PrimType type) {
        return switch (type) {
            case S64, U64 -> new Flat(List.of(CoreValType.I64), false);
            case F32 -> new Flat(List.of(CoreValType.F32), false);
            case F64 -> new Flat(List.of(CoreValType.F64), false);
            case STRING -> new Flat(List.of(CoreValType.I32, CoreValType.I32), true);
            default -> new Flat(List.of(CoreValType.I32), false);
        };
    }

    private Flat sequence(List<ValType> parts) {
        List<CoreValType> types = new ArrayList<>();
        boolean fits = true;
        boolean pointers = false;
        state.work(parts.size());
        for (ValType part : parts) {
            Flat flat = of(part);
            pointers |= flat.pointers;
            List<CoreValType> more = flat.types;
            fits = fits && more != null && types.size() + more.size() <= MAX_FLAT_PARAMS;
            if (fits && more != null) {
                types.addAll(more);
            }
        }
        return new Flat(fits ? List.copyOf(types) : null, pointers);
    }

    /** A case's number, then what the payloads have in common, position by position. */
    private Flat choice(List<ValType> payloads) {
        List<CoreValType> types = new ArrayList<>(List.of(CoreValType.I32));
        boolean fits = true;
        boolean pointers = false;
        state.work(payloads.size());
        for (ValType payload : payloads) {
            Flat flat = of(payload);
            pointers |= flat.pointers;
            List<CoreValType> more = flat.types;
            fits = fits && more != null && more.size() < MAX_FLAT_PARAMS;
            if (fits && more != null) {
                join(types, more);
            }
        }
        return new Flat(fits ? List.copyOf(types) : null, pointers);
    }

    private static void join(List<CoreValType> types, List<CoreValType> payload) {
        for (int i = 0; i < payload.size(); i++) {
            CoreValType type = payload.get(i);
            if (i + 1 == types.size()) {
                types.add(type);
            } else {
                types.set(i + 1, joined(types.get(i + 1), type));
            }
        }
    }

    private static CoreValType joined(CoreValType left, CoreValType right) {
        if (left.equals(right)) {
            return left;
        }
        return FOUR_BYTES.contains(left) && FOUR_BYTES.contains(right)
                ? CoreValType.I32
                : CoreValType.I64;
    }
}

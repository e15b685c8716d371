package dev.tamias.component.abi;

import dev.tamias.component.type.FuncType;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the parameters and the result of one function type are passed: flat where they are few, else
 * through memory (CanonicalABI.md, "Flattening" and "Lifting and Lowering Values"). Worked out once.
 */
public final class CallFlattening {

    /** Most core values that parameters are passed in. */
    public static final int MAX_FLAT_PARAMS = 16;

    /** Most core values that a result is passed in. */
    public static final int MAX_FLAT_RESULTS = 1;

    private static final long[] NONE = {};

    private final FuncType type;
    private final RecordCodec params;
    private final @Nullable Codec result;
    private final List<CoreValType> flatParams;
    private final boolean spillsParams;
    private final boolean spillsResult;

    public CallFlattening(FuncType type, Codecs codecs) {
        this.type = type;
        this.params = codecs.tuple(type.params().stream().map(FuncType.Param::type).toList());
        this.result = type.result() == null ? null : codecs.of(type.result());
        this.spillsParams = params.flatTypes().size() > MAX_FLAT_PARAMS;
        this.flatParams = spillsParams ? List.of(CoreValType.I32) : params.flatTypes();
        this.spillsResult = result != null && result.flatTypes().size() > MAX_FLAT_RESULTS;
    }

    public FuncType type() {
        return type;
    }

    /** {@code flatten_functype} in a lift: the type of the core function that is lifted. */
    public CoreType.Func lifted() {
        return new CoreType.Func(
                flatParams, spillsResult ? List.of(CoreValType.I32) : flatResult());
    }

    /** {@code flatten_functype} in a lower: the type of the core function that results. */
    public CoreType.Func lowered() {
        if (!spillsResult) {
            return new CoreType.Func(flatParams, flatResult());
        }
        List<CoreValType> withPointer = new ArrayList<>(flatParams);
        withPointer.add(CoreValType.I32);
        return new CoreType.Func(withPointer, List.of());
    }

    private List<CoreValType> flatResult() {
        return result == null ? List.of() : result.flatTypes();
    }

    /** The arguments as the lifted core function takes them. */
    public long[] lowerParams(LiftLower cx, List<Val> arguments) {
        long[] flat = new long[flatParams.size()];
        if (spillsParams) {
            int ptr = cx.allocate(params.alignment(), params.size());
            params.storeAll(cx, arguments, ptr);
            flat[0] = Integer.toUnsignedLong(ptr);
        } else {
            params.lowerAll(cx, arguments, new CoreValues(flat));
        }
        return flat;
    }

    /** The result of the lifted core function; null where there is none. */
    public @Nullable Val liftResult(LiftLower cx, long[] results) {
        if (result == null) {
            return null;
        }
        return spillsResult
                ? result.load(cx, resultPointer(cx, result, results[0]))
                : result.liftFlat(cx, new CoreValues(results));
    }

    /** Tells the result of the lifted core function. */
    public void visitResult(LiftLower cx, long[] results, ValVisitor visitor) {
        if (result == null) {
            return;
        }
        if (spillsResult) {
            result.visit(cx, resultPointer(cx, result, results[0]), visitor);
        } else {
            ValEvents.replay(result.liftFlat(cx, new CoreValues(results)), visitor);
        }
    }

    /** The arguments that the lowered core function was given. */
    public List<Val> liftParams(LiftLower cx, long[] arguments) {
        if (!spillsParams) {
            return Arrays.asList(params.liftAll(cx, new CoreValues(arguments)));
        }
        int ptr = (int) arguments[0];
        cx.requireRange(ptr, params.size(), params.alignment(), "parameter");
        return Arrays.asList(params.loadAll(cx, ptr));
    }

    /**
     * The result as the lowered core function returns it.
     *
     * @param arguments that it was given: the last of them points at where a large result goes
     */
    public long[] lowerResult(LiftLower cx, @Nullable Val value, long[] arguments) {
        if (result == null || value == null) {
            if (result != null || value != null) {
                throw new IllegalArgumentException(
                        "a function of type " + type + " returned " + value);
            }
            return NONE;
        }
        if (spillsResult) {
            result.store(cx, value, resultPointer(cx, result, arguments[flatParams.size()]));
            return NONE;
        }
        long[] flat = new long[result.flatTypes().size()];
        result.lowerFlat(cx, value, new CoreValues(flat));
        return flat;
    }

    /**
     * The arguments that one guest's lowered core function was given, as another guest's lifted core
     * function takes them: lifted and lowered at once, where both have this type.
     */
    public long[] transferParams(LiftLower from, long[] arguments, LiftLower to) {
        long[] flat = new long[flatParams.size()];
        if (spillsParams) {
            int src = (int) arguments[0];
            from.requireRange(src, params.size(), params.alignment(), "parameter");
            int dst = to.allocate(params.alignment(), params.size());
            params.transfer(from, src, to, dst);
            flat[0] = Integer.toUnsignedLong(dst);
        } else {
            params.transferFlat(from, new CoreValues(arguments), to, new CoreValues(flat));
        }
        return flat;
    }

    /**
     * The result of one guest's lifted core function, as another guest's lowered core function returns
     * it.
     *
     * @param arguments that the lowered function was given
     */
    public long[] transferResult(LiftLower from, long[] results, LiftLower to, long[] arguments) {
        if (result == null) {
            return NONE;
        }
        if (spillsResult) {
            int src = resultPointer(from, result, results[0]);
            int dst = resultPointer(to, result, arguments[flatParams.size()]);
            result.transfer(from, src, to, dst);
            return NONE;
        }
        long[] flat = new long[result.flatTypes().size()];
        result.transferFlat(from, new CoreValues(results), to, new CoreValues(flat));
        return flat;
    }

    private static int resultPointer(LiftLower cx, Codec result, long pointer) {
        cx.requireRange((int) pointer, result.size(), result.alignment(), "result");
        return (int) pointer;
    }
}

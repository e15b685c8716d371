package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreMemory;
import org.jspecify.annotations.Nullable;

/**
 * Canonical options, their indices replaced by what an instance has there (CanonicalABI.md, {@code
 * CanonicalOptions}).
 *
 * @param instance whose core function is lifted or whose import is lowered
 */
public record CallOptions(
        InstanceState instance,
        StringEncoding encoding,
        @Nullable CoreMemory memory,
        @Nullable CoreFunc realloc,
        @Nullable CoreFunc postReturn) {

    /** The context of a new call. */
    public LiftLower begin() {
        return new LiftLower(this);
    }

    /** Has the result freed, which somebody may want to see before. */
    public void postReturn(FuncType type, long[] results) {
        ReturnWatch watch = instance.store().returnWatch();
        if (watch == null) {
            postReturn(results);
        } else {
            watch.returned(new ReturnedValue(type, this, results));
        }
    }

    /** Runs the post-return function where there is one; meanwhile the instance may not call out. */
    public void postReturn(long[] results) {
        if (postReturn != null) {
            instance.mayLeave(false);
            postReturn.call(results);
            instance.mayLeave(true);
        }
    }
}

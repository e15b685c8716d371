package dev.tamias.component;

import dev.tamias.component.abi.CallFlattening;
import dev.tamias.component.abi.CallOptions;
import dev.tamias.component.abi.InstanceState;
import dev.tamias.component.abi.LiftLower;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.CoreFunc;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A core function as a component function (CanonicalABI.md, {@code canon lift}). */
record LiftedFunc(CallFlattening flattening, CoreFunc core, CallOptions options)
        implements FuncItem {

    @Override
    public FuncType type() {
        return flattening.type();
    }

    @Override
    public @Nullable Val call(List<Val> arguments, @Nullable InstanceState caller) {
        return entered(caller, () -> run(arguments, null));
    }

    @Override
    public void tell(List<Val> arguments, ValVisitor visitor) {
        entered(null, () -> run(arguments, visitor));
    }

    /** The result, where it is not told to a visitor. */
    private @Nullable Val run(List<Val> arguments, @Nullable ValVisitor visitor) {
        LiftLower cx = options.begin();
        try {
            long[] results = core.call(flattening.lowerParams(cx, arguments));
            Val value = null;
            if (visitor == null) {
                value = flattening.liftResult(cx, results);
            } else {
                flattening.visitResult(cx, results, visitor);
            }
            cx.requireBorrowsReturned();
            options.postReturn(type(), results);
            return value;
        } finally {
            cx.endLoans();
        }
    }

    /**
     * Calls it for another guest, whose values go straight from memory to memory.
     *
     * @param lowered of the function that the caller called
     * @param from the caller's side of the call
     * @param arguments that the lowered function was given
     * @return what the lowered function returns
     */
    long[] call(CallFlattening lowered, LiftLower from, long[] arguments) {
        InstanceState caller = from.instance();
        options.instance().requireApartFrom(caller);
        return entered(caller, () -> transfer(lowered, from, arguments));
    }

    private long[] transfer(CallFlattening lowered, LiftLower from, long[] arguments) {
        LiftLower to = options.begin();
        long[] results = core.call(flattening.transferParams(from, arguments, to));
        to.requireBorrowsReturned();
        long[] flat = lowered.transferResult(to, results, from, arguments);
        options.postReturn(results);
        return flat;
    }

    private <T extends @Nullable Object> T entered(
            @Nullable InstanceState caller, Supplier<T> call) {
        InstanceState instance = options.instance();
        instance.enterFrom(caller);
        try {
            return call.get();
        } catch (RuntimeException | Error failure) {
            instance.store().poison();
            throw failure;
        } finally {
            instance.leaveTo(caller);
        }
    }
}

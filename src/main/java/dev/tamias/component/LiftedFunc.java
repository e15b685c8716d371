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
        return call(arguments, caller, null);
    }

    @Override
    public void tell(List<Val> arguments, ValVisitor visitor) {
        call(arguments, null, visitor);
    }

    private @Nullable Val call(
            List<Val> arguments, @Nullable InstanceState caller, @Nullable ValVisitor visitor) {
        InstanceState instance = options.instance();
        instance.enterFrom(caller);
        try {
            return entered(arguments, visitor);
        } catch (RuntimeException | Error failure) {
            instance.store().poison();
            throw failure;
        } finally {
            instance.leaveTo(caller);
        }
    }

    private @Nullable Val entered(List<Val> arguments, @Nullable ValVisitor visitor) {
        LiftLower cx = options.begin();
        long[] results = core.call(flattening.lowerParams(cx, arguments));
        Val value = null;
        if (visitor == null) {
            value = flattening.liftResult(cx, results);
        } else {
            flattening.visitResult(cx, results, visitor);
        }
        cx.requireBorrowsReturned();
        options.postReturn(results);
        return value;
    }
}

package dev.tamias.component;

import dev.tamias.component.abi.CallFlattening;
import dev.tamias.component.abi.CallOptions;
import dev.tamias.component.abi.LiftLower;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.CoreFunc;

/** A component function as a core function (CanonicalABI.md, {@code canon lower}). */
record LoweredFunc(CallFlattening flattening, FuncItem callee, CallOptions options)
        implements CoreFunc.HostCode {

    CoreFunc core() {
        return CoreFunc.host(flattening.lowered(), this);
    }

    @Override
    public long[] call(long[] arguments) {
        options.instance().requireMayLeave();
        LiftLower cx = options.begin();
        long[] results =
                callee instanceof LiftedFunc guest
                        ? guest.call(flattening, cx, arguments)
                        : callHost(cx, arguments);
        cx.endLoans();
        return results;
    }

    private long[] callHost(LiftLower cx, long[] arguments) {
        Val result = callee.call(flattening.liftParams(cx, arguments), options.instance());
        return flattening.lowerResult(cx, result, arguments);
    }
}

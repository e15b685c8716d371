package dev.tamias.engine;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.model.TamiasException;

/**
 * A core function, a guest's or the host's. Values are longs: i32 in the low half (whatever the upper
 * half holds), f32 and f64 as their bits.
 */
public final class CoreFunc implements CoreExtern {

    /** What a host function does. */
    @FunctionalInterface
    public interface HostCode {
        /** Takes a value for each parameter, gives one for each result. */
        long[] call(long[] arguments);
    }

    private static final long[] NO_RESULTS = {};

    private final CoreType.Func type;
    private final ExportFunction entry;
    private final WasmFunctionHandle handle;

    private CoreFunc(CoreType.Func type, ExportFunction entry, WasmFunctionHandle handle) {
        this.type = type;
        this.entry = entry;
        this.handle = handle;
    }

    /** A function of the host. */
    public static CoreFunc host(CoreType.Func type, HostCode code) {
        return new CoreFunc(
                type,
                arguments -> called(code, arguments),
                (caller, arguments) -> called(code, arguments));
    }

    private static long[] called(HostCode code, long[] arguments) {
        try {
            return code.call(arguments);
        } catch (TamiasException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw new Faults.HostFailure(failure);
        }
    }

    /** A function of the host that needs its caller; it is to be imported, and not called from here. */
    static CoreFunc of(CoreType.Func type, WasmFunctionHandle handle) {
        return new CoreFunc(
                type,
                arguments -> {
                    throw new IllegalStateException("only a guest may call this function");
                },
                handle);
    }

    static CoreFunc exported(CoreType.Func type, Instance instance, String name) {
        ExportFunction entry = instance.export(name);
        return new CoreFunc(type, entry, (caller, arguments) -> entry.apply(arguments));
    }

    @Override
    public CoreType.Func type() {
        return type;
    }

    /**
     * Calls the function on this thread.
     *
     * @throws Trap where the guest traps
     * @throws LimitExceeded where it exhausts stack or heap
     * @throws Interrupted where this thread is interrupted, before or meanwhile; its flag stays set
     */
    public long[] call(long... arguments) {
        boolean entered = InterruptWatch.enter();
        try {
            InterruptCheck.ask();
            long[] results = entry.apply(arguments);
            // Chicory's word for a function without results.
            return results == null ? NO_RESULTS : results;
        } catch (Throwable failure) {
            throw Faults.ofGuest(failure);
        } finally {
            if (entered) {
                InterruptWatch.leave();
            }
        }
    }

    /** This function as Chicory imports it, under the type that the importing module gives it. */
    ImportFunction asImport(String module, String name, FunctionType importedAs) {
        return new ImportFunction(module, name, importedAs, handle);
    }
}

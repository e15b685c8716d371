package dev.tamias.engine;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private final CoreType.Func type;
    private final ExportFunction entry;
    private final @Nullable Instance instance;
    private final @Nullable String exportName;

    private CoreFunc(
            CoreType.Func type,
            ExportFunction entry,
            @Nullable Instance instance,
            @Nullable String exportName) {
        this.type = type;
        this.entry = entry;
        this.instance = instance;
        this.exportName = exportName;
    }

    /** A function of the host. */
    public static CoreFunc host(CoreType.Func type, HostCode code) {
        return new CoreFunc(type, code::call, null, null);
    }

    static CoreFunc exported(CoreType.Func type, Instance instance, String name) {
        return new CoreFunc(type, instance.export(name), instance, name);
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
     * @throws Interrupted where this thread is interrupted meanwhile; its flag stays set
     */
    public long[] call(long... arguments) {
        try {
            return entry.apply(arguments);
        } catch (Throwable failure) {
            throw Faults.of(failure);
        }
    }

    /** This function as Chicory imports it. */
    ImportFunction asImport(String module, String name) {
        if (instance != null && exportName != null) {
            return ImportFunction.exportAsImport(module, name, instance, exportName);
        }
        WasmFunctionHandle handle = (caller, arguments) -> entry.apply(arguments);
        return new ImportFunction(module, name, functionType(type), handle);
    }

    private static FunctionType functionType(CoreType.Func type) {
        return FunctionType.of(valTypes(type.params()), valTypes(type.results()));
    }

    private static List<ValType> valTypes(List<CoreValType> types) {
        return types.stream().map(CoreFunc::valType).toList();
    }

    private static ValType valType(CoreValType type) {
        return switch (type) {
            case I32 -> ValType.I32;
            case I64 -> ValType.I64;
            case F32 -> ValType.F32;
            case F64 -> ValType.F64;
            case V128 -> ValType.V128;
            case FUNCREF -> ValType.FuncRef;
            case EXTERNREF -> ValType.ExternRef;
            case EXNREF -> ValType.ExnRef;
        };
    }
}

package dev.tamias.engine;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.ValType;
import org.jspecify.annotations.Nullable;

/** A global that holds a function reference, which it keeps alive. */
final class GuestGlobal extends GlobalInstance {

    private @Nullable FuncRef ref;

    GuestGlobal(@Nullable FuncRef ref, ValType type, MutabilityType mutability) {
        super(FuncRef.numberOf(ref), 0, type, mutability);
        this.ref = ref;
    }

    @Override
    public void setValue(long value) {
        ref = FuncRef.of((int) value, null);
        super.setValue(FuncRef.numberOf(ref));
    }

    @Override
    public void setValueLow(long value) {
        setValue(value);
    }
}

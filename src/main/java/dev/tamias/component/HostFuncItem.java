package dev.tamias.component;

import dev.tamias.component.abi.InstanceState;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValEvents;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.component.type.FuncType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the host, with the type of the import that it satisfies. */
record HostFuncItem(FuncType type, HostFunc func) implements FuncItem {

    @Override
    public @Nullable Val call(List<Val> arguments, @Nullable InstanceState caller) {
        return func.call(arguments);
    }

    @Override
    public void tell(List<Val> arguments, ValVisitor visitor) {
        Val result = func.call(arguments);
        if (result != null) {
            ValEvents.replay(result, visitor);
        }
    }
}

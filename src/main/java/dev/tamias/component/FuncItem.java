package dev.tamias.component;

import dev.tamias.component.abi.InstanceState;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.component.type.FuncType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component function: a guest's that was lifted, or the host's. */
sealed interface FuncItem extends RuntimeItem permits LiftedFunc, HostFuncItem {

    FuncType type();

    /**
     * Calls it.
     *
     * @param caller the calling instance, null for the host
     */
    @Nullable Val call(List<Val> arguments, @Nullable InstanceState caller);

    /** Calls it for the host and tells the result to {@code visitor}. */
    void tell(List<Val> arguments, ValVisitor visitor);
}

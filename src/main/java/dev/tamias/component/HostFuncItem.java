package dev.tamias.component;

import dev.tamias.component.abi.InstanceState;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValEvents;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.component.type.FuncType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the host.
 *
 * @param name of the import that it was linked to, with its instance's, for messages
 * @param type its own, or that import's where it was offered without
 * @param scope of the resource ids in {@code type}
 */
record HostFuncItem(String name, FuncType type, HostFunc func, ResourceScope scope)
        implements FuncItem {

    @Override
    public @Nullable Val call(List<Val> arguments, @Nullable InstanceState caller) {
        Val result = func.call(arguments);
        String reason = new ValMatching(scope).mismatchOrNothing(result, type.result());
        if (reason != null) {
            throw new WrongHostResult(name, type, reason);
        }
        return result;
    }

    @Override
    public void tell(List<Val> arguments, ValVisitor visitor) {
        Val result = call(arguments, null);
        if (result != null) {
            ValEvents.replay(result, visitor);
        }
    }
}

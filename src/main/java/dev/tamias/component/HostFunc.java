package dev.tamias.component;

import dev.tamias.component.abi.Val;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that the host offers to components. It runs on the thread of the call that led to it,
 * and cannot call the instance that called it. Example: {@code HostFuncExample} among the tests.
 */
@FunctionalInterface
public interface HostFunc {

    /**
     * Takes a value for each parameter and gives the result, null where the function has none.
     *
     * <p>Borrowed resources among the arguments are held until it returns; owned ones are the
     * host's from now on. What it throws passes through the guest unchanged, to whoever called the
     * guest, and ends the guest's instance, as {@link WrongHostResult} does where the result is of
     * another type.
     */
    @Nullable Val call(List<Val> arguments);
}

package dev.tamias.component;

import dev.tamias.component.abi.Val;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that the host offers to components. */
@FunctionalInterface
public interface HostFunc {

    /**
     * Takes a value for each parameter and gives the result, null where the function has none. What it
     * throws passes through the guest unchanged and ends the guest's instance.
     */
    @Nullable Val call(List<Val> arguments);
}

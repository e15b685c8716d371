package dev.tamias.component;

import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that a component instance exports. It runs on the caller's thread; see {@link
 * dev.tamias.engine.GuestExecutor} for threads with large stacks and for deadlines.
 */
public final class Func {

    private final FuncItem item;

    Func(FuncItem item) {
        this.item = item;
    }

    public FuncType type() {
        return item.type();
    }

    /**
     * Calls the function, lifts its result, and lets the guest free what it returned.
     *
     * @return the result, null where the function has none
     * @throws IllegalArgumentException where the arguments are not of the parameters' types
     * @throws Trap where the guest traps, has trapped before, or is entered again by its own callee
     * @throws LimitExceeded where the result takes more than {@code Limits.liftBytes}
     */
    public @Nullable Val call(Val... arguments) {
        return item.call(checked(arguments), null);
    }

    /**
     * As {@link #call(Val...)}, with the result told to {@code visitor} while it is read from the
     * guest's memory. The visitor may not call the guest.
     */
    public void call(ValVisitor visitor, Val... arguments) {
        item.tell(checked(arguments), visitor);
    }

    private List<Val> checked(Val[] arguments) {
        int expected = item.type().params().size();
        if (arguments.length != expected) {
            throw new IllegalArgumentException(
                    "the function takes "
                            + expected
                            + " arguments and was given "
                            + arguments.length);
        }
        return Arrays.asList(arguments);
    }
}

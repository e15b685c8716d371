package dev.tamias.component;

import dev.tamias.component.abi.Store;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.GuestText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that a component instance exports. It runs on the caller's thread; see {@link
 * dev.tamias.engine.GuestExecutor} for threads with large stacks and for deadlines. Examples:
 * {@code FuncExample} and {@code VisitorExample} among the tests.
 */
public final class Func {

    private final String name;
    private final FuncItem item;
    private final Store store;
    private final ValMatching matching;

    Func(String name, FuncItem item, Store store) {
        this.name = name;
        this.item = item;
        this.store = store;
        this.matching = new ValMatching(LinkMatching.scope(item));
    }

    /** The name under which it is exported. */
    public String name() {
        return name;
    }

    public FuncType type() {
        return item.type();
    }

    /**
     * Calls the function, lifts its result, and lets the guest free what it returned.
     *
     * @return the result, null where the function has none
     * @throws IllegalArgumentException where the arguments are not of the parameters' types, with
     *     the parameter's name; the instance was not entered and stays of use
     * @throws IllegalStateException where the instance was closed
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
        if (store.isClosed()) {
            throw new IllegalStateException("the instance of \"" + name + "\" was closed");
        }
        List<FuncType.Param> params = item.type().params();
        if (arguments.length != params.size()) {
            throw new IllegalArgumentException(
                    "\""
                            + name
                            + "\" takes "
                            + params.size()
                            + (params.size() == 1 ? " argument" : " arguments")
                            + " and was given "
                            + arguments.length
                            + ": "
                            + GuestText.oneLine(item.type().toString()));
        }
        for (int i = 0; i < arguments.length; i++) {
            FuncType.Param param = params.get(i);
            String reason = matching.mismatch(arguments[i], param.type());
            if (reason != null) {
                throw new IllegalArgumentException(
                        "parameter \"" + param.name() + "\" of \"" + name + "\": " + reason);
            }
        }
        return Arrays.asList(arguments);
    }

    @Override
    public String toString() {
        return name + ": " + item.type();
    }
}

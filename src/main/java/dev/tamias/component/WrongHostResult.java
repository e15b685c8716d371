package dev.tamias.component;

import dev.tamias.component.type.FuncType;
import dev.tamias.model.GuestText;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;

/**
 * A host function returned a value that is not of its result's type. The guest that called it is
 * ended, since it cannot go on without a result.
 */
public final class WrongHostResult extends HostException {

    private final String function;

    WrongHostResult(String function, FuncType type, String reason) {
        super(
                Trouble.LINK,
                "The host function for import \""
                        + function
                        + "\" is a "
                        + GuestText.oneLine(type.toString())
                        + ": "
                        + reason);
        this.function = function;
    }

    /** The name of the import, behind its instance's name and a {@code #} where it is of one. */
    public String function() {
        return function;
    }
}

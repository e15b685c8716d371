package dev.tamias.engine;

import dev.tamias.model.GuestException;
import dev.tamias.model.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * A guest stopped in the middle of its work: an {@code unreachable}, a bad access, an exhausted stack,
 * or a broken rule of the Canonical ABI. The instance it happened in is of no further use.
 */
public final class Trap extends GuestException {

    public Trap(String reason) {
        this(reason, null);
    }

    public Trap(String reason, @Nullable Throwable cause) {
        super(Trouble.TRAP, reason, cause);
    }
}

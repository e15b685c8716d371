package dev.tamias.engine;

import dev.tamias.model.GuestException;
import dev.tamias.model.Trouble;
import org.jspecify.annotations.Nullable;

/** A guest was stopped from outside: the user interrupted, or the session was closed. */
public final class Interrupted extends GuestException {

    public Interrupted(String sentence, @Nullable Throwable cause) {
        super(Trouble.INTERRUPTED, sentence, cause);
    }
}

package dev.tamias.engine;

import dev.tamias.model.GuestException;
import dev.tamias.model.Trouble;
import org.jspecify.annotations.Nullable;

/** A guest asked for more than one of its {@link dev.tamias.model.Limits} allows. */
public final class LimitExceeded extends GuestException {

    public LimitExceeded(String sentence) {
        this(sentence, null);
    }

    public LimitExceeded(String sentence, @Nullable Throwable cause) {
        super(Trouble.LIMIT, sentence, cause);
    }
}

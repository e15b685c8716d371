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

    /**
     * A guest went past {@code limit}.
     *
     * @param limit by its name in {@link dev.tamias.model.Limits}, as whoever wants more looks for it
     */
    public static LimitExceeded of(String limit, String sentence) {
        return of(limit, sentence, null);
    }

    /** As {@link #of(String, String)}, with what it came from. */
    public static LimitExceeded of(String limit, String sentence, @Nullable Throwable cause) {
        return new LimitExceeded(sentence + " (limit " + limit + ")", cause);
    }
}

package dev.tamias.engine;

import dev.tamias.model.ComponentException;
import dev.tamias.model.Trouble;
import org.jspecify.annotations.Nullable;

/** A core module's import has no definition, or one of another type. */
public final class Unlinkable extends ComponentException {

    public Unlinkable(String sentence, @Nullable Throwable cause) {
        super(Trouble.LINK, sentence, cause);
    }
}

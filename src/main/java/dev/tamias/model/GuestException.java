package dev.tamias.model;

import org.jspecify.annotations.Nullable;

/**
 * A running guest failed: it trapped, went past a limit, broke its contract with the host, or
 * answered with an error of its own. The host and every other guest are unharmed.
 */
public non-sealed class GuestException extends TamiasException {

    public GuestException(Trouble trouble, String sentence) {
        this(trouble, sentence, null);
    }

    public GuestException(Trouble trouble, String sentence, @Nullable Throwable cause) {
        super(trouble, sentence, cause);
    }
}

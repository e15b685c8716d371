package dev.tamias.model;

import org.jspecify.annotations.Nullable;

/** A binary that cannot be used: it is no component, breaks a rule of the format, or cannot be linked. */
public abstract non-sealed class ComponentException extends TamiasException {

    protected ComponentException(Trouble trouble, String sentence, @Nullable Throwable cause) {
        super(trouble, sentence, cause);
    }
}

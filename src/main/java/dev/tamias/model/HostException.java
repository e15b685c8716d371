package dev.tamias.model;

import org.jspecify.annotations.Nullable;

/** The host could not do what was asked: a missing file, an unknown plugin, a wrong value, a failed disk. */
public non-sealed class HostException extends TamiasException {

    public HostException(Trouble trouble, String sentence) {
        this(trouble, sentence, null);
    }

    public HostException(Trouble trouble, String sentence, @Nullable Throwable cause) {
        super(trouble, sentence, cause);
    }
}

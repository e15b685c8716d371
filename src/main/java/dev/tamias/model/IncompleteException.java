package dev.tamias.model;

/**
 * Work that failed on the way and keeps what was done before. The cause says what happened, and whose
 * fault it was.
 */
public abstract non-sealed class IncompleteException extends TamiasException {

    protected IncompleteException(TamiasException cause, String kept) {
        super(cause.trouble(), cause.sentence() + " " + kept, cause);
    }
}

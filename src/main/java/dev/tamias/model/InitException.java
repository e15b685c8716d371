package dev.tamias.model;

import org.jspecify.annotations.Nullable;

/** A plugin refused to start (chipmunk:shared/shared-types, {@code init-error}). */
public final class InitException extends GuestException {

    private final Kind kind;

    /** Why it refused. */
    public enum Kind {
        /** A value of its configuration is wrong. */
        CONFIGURATION("configuration"),
        /** A file or directory could not be read or written. */
        IO("input or output"),
        /** It is asked for what it does not support. */
        UNSUPPORTED("unsupported"),
        OTHER("other");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** How a message calls it. */
        public String title() {
            return title;
        }
    }

    public InitException(Kind kind, String sentence, @Nullable Throwable cause) {
        super(Trouble.INIT, sentence, cause);
        this.kind = kind;
    }

    /** Why it refused. */
    public Kind kind() {
        return kind;
    }
}

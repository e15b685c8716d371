package dev.tamias.model;

import org.jspecify.annotations.Nullable;

/** A byte source failed to read (chipmunk:bytesource/bytesource-types, {@code source-error}). */
public final class SourceException extends GuestException {

    private final Kind kind;

    /** Why it failed. */
    public enum Kind {
        IO("input or output"),
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

    public SourceException(Kind kind, String sentence, @Nullable Throwable cause) {
        super(Trouble.SOURCE, sentence, cause);
        this.kind = kind;
    }

    /** Why it failed. */
    public Kind kind() {
        return kind;
    }
}

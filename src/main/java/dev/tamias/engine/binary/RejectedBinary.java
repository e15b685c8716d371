package dev.tamias.engine.binary;

import dev.tamias.model.ComponentException;
import dev.tamias.model.Trouble;
import org.jspecify.annotations.Nullable;

/** Bytes that are not taken as a core module, with the place and the reason. */
public abstract sealed class RejectedBinary extends ComponentException
        permits MalformedBinary, InvalidModule, UnsupportedFeature {

    private final long offset;
    private final String reason;

    RejectedBinary(Trouble trouble, long offset, String reason, @Nullable Throwable cause) {
        super(trouble, offset < 0 ? reason : "At byte " + offset + ": " + reason, cause);
        this.offset = offset;
        this.reason = reason;
    }

    /** The byte that is the reason; −1 where it is not one byte. */
    public long offset() {
        return offset;
    }

    /** Why they are not taken, without the place. */
    public String reason() {
        return reason;
    }
}

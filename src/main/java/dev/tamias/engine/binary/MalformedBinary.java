package dev.tamias.engine.binary;

import dev.tamias.model.Trouble;
import org.jspecify.annotations.Nullable;

/** Bytes that are not in the binary format that was expected. */
public final class MalformedBinary extends RejectedBinary {

    /**
     * @param offset the byte at which reading failed; −1 where it is not known
     */
    public MalformedBinary(long offset, String sentence) {
        this(offset, sentence, null);
    }

    public MalformedBinary(long offset, String sentence, @Nullable Throwable cause) {
        super(Trouble.MALFORMED_COMPONENT, offset, sentence, cause);
    }
}

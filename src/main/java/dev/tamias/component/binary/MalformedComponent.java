package dev.tamias.component.binary;

import dev.tamias.model.ComponentException;
import dev.tamias.model.Trouble;
import org.jspecify.annotations.Nullable;

/** Bytes that are not in the component binary format (Binary.md). */
public final class MalformedComponent extends ComponentException {

    private final long offset;
    private final String section;

    MalformedComponent(long offset, String section, String sentence, @Nullable Throwable cause) {
        super(Trouble.MALFORMED_COMPONENT, Place.of(offset, section) + sentence, cause);
        this.offset = offset;
        this.section = section;
    }

    /** The byte at which decoding failed. */
    public long offset() {
        return offset;
    }

    /** The part of the component that was being read, such as {@code "type section"}. */
    public String section() {
        return section;
    }
}

package dev.tamias.component.binary;

import dev.tamias.model.ComponentException;
import dev.tamias.model.Trouble;

/**
 * A component that decodes and breaks a validation rule (Binary.md, the notes; Explainer.md), or
 * that uses a feature that is not supported: then its trouble is {@link
 * Trouble#UNSUPPORTED_FEATURE}.
 */
public final class InvalidComponent extends ComponentException {

    private final long offset;
    private final String section;

    InvalidComponent(Trouble trouble, long offset, String section, String sentence) {
        super(trouble, Place.of(offset, section) + sentence, null);
        this.offset = offset;
        this.section = section;
    }

    /** The byte at which the rule is broken. */
    public long offset() {
        return offset;
    }

    /** The part of the component that was being read, such as {@code "type section"}. */
    public String section() {
        return section;
    }
}

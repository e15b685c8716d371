package dev.tamias.engine.binary;

import dev.tamias.model.Trouble;

/**
 * A core module is in the binary format and breaks a validation rule (core specification,
 * "Validation"), or goes past a limit that the specification lets an implementation set.
 */
public final class InvalidModule extends RejectedBinary {

    /**
     * @param offset the byte of the module that breaks the rule
     */
    public InvalidModule(long offset, String sentence) {
        super(Trouble.INVALID_COMPONENT, offset, sentence, null);
    }
}

package dev.tamias.engine.binary;

import dev.tamias.model.Trouble;

/** A core module uses a proposal that the core engine does not run. */
public final class UnsupportedFeature extends RejectedBinary {

    /**
     * @param offset the byte of the module where it is used; −1 where that is not one byte
     * @param feature as the proposal calls itself
     */
    public UnsupportedFeature(long offset, String feature) {
        super(
                Trouble.UNSUPPORTED_FEATURE,
                offset,
                "a core module uses " + feature + ", which is not supported",
                null);
    }
}

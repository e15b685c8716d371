package dev.tamias.cli.wast;

import java.util.Arrays;

/** The first eight bytes of a binary, which say what it is (Binary.md, {@code preamble}). */
public final class Preamble {

    private static final byte[] CORE = {0, 'a', 's', 'm', 1, 0, 0, 0};

    private Preamble() {}

    /** Whether the bytes are to be read as a core module; whatever else they are, it is no such. */
    public static boolean isCoreModule(byte[] bytes) {
        return bytes.length >= CORE.length
                && Arrays.equals(bytes, 0, CORE.length, CORE, 0, CORE.length);
    }
}

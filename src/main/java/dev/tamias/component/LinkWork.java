package dev.tamias.component;

import java.util.List;

/**
 * How many parts of types may still be compared while one component is linked. Types share their
 * parts, so that a few bytes can state types that would take years to compare.
 */
final class LinkWork {

    private static final int MOST = 10_000_000;

    private int left = MOST;

    /**
     * Counts one more part.
     *
     * @throws LinkException where there are too many
     */
    void step() {
        if (--left < 0) {
            throw new LinkException(
                    List.of(), List.of("its types take more than " + MOST + " steps to compare"));
        }
    }
}

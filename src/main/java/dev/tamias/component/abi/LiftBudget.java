package dev.tamias.component.abi;

import dev.tamias.engine.LimitExceeded;

/**
 * How many bytes of host memory the values of one call may still take. A guest's memory may hold the
 * same string a million times under a million pointers; what is lifted is paid for each time.
 */
final class LiftBudget {

    private final long limit;
    private long left;

    LiftBudget(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    /**
     * @throws LimitExceeded where {@code bytes} more are too many
     */
    void charge(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw LimitExceeded.of(
                    "liftBytes",
                    "the values of one call take more than " + limit + " bytes of host memory");
        }
    }

    /**
     * For what is held only until it is passed on.
     *
     * @throws LimitExceeded where {@code bytes} at a time are too many
     */
    void requireWithin(long bytes) {
        if (bytes > limit) {
            throw LimitExceeded.of(
                    "liftBytes",
                    "a value of "
                            + bytes
                            + " bytes is to be converted and "
                            + limit
                            + " bytes of host memory are allowed");
        }
    }
}

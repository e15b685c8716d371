package dev.tamias.engine;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.wasm.ChicoryException;

/** Turns what the core engine throws into the faults that Tamias knows. */
final class Faults {

    private Faults() {}

    /**
     * The exception to throw for {@code failure}: itself where it is none of the engine's, so that what
     * a host function throws passes through a guest unchanged.
     */
    static RuntimeException of(Throwable failure) {
        if (failure instanceof ChicoryInterruptedException) {
            return new Interrupted("the guest was interrupted", failure);
        }
        if (failure instanceof ChicoryException chicory) {
            return new Trap(reason(chicory), failure);
        }
        if (failure instanceof StackOverflowError) {
            return new Trap("call stack exhausted");
        }
        if (failure instanceof OutOfMemoryError) {
            return new LimitExceeded(
                    "the guest asked for more memory than the host has left", failure);
        }
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure);
    }

    private static String reason(ChicoryException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

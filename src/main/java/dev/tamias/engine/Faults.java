package dev.tamias.engine;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.tamias.model.TamiasException;
import org.jspecify.annotations.Nullable;

/** Turns what the core engine throws into the faults that Tamias knows. */
final class Faults {

    private Faults() {}

    /** Carries what a host function throws through a guest, so that it is known as the host's own. */
    static final class HostFailure extends RuntimeException {

        private final RuntimeException failure;

        HostFailure(RuntimeException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }

    /** The exception to throw where a guest was called and {@code failure} came back. */
    static RuntimeException ofGuest(Throwable failure) {
        if (failure instanceof HostFailure host) {
            return host.failure;
        }
        if (failure instanceof LinkageError) {
            return new Trap("the core engine failed: " + failure, failure);
        }
        RuntimeException known = known(failure);
        if (known != null) {
            return known;
        }
        if (failure instanceof NegativeArraySizeException) {
            // An array of the guest's, longer than any of the host can be.
            return new LimitExceeded("the guest asked for an array beyond the host's", failure);
        }
        // What hosts throw is marked as theirs, so that this is a defect of the core engine.
        return new Trap("the core engine failed: " + failure, failure);
    }

    /** The exception to throw for {@code failure}; itself where it is none of the core engine's. */
    static RuntimeException of(Throwable failure) {
        RuntimeException known = known(failure);
        if (known != null) {
            return known;
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(failure);
    }

    private static @Nullable RuntimeException known(Throwable failure) {
        if (failure instanceof TamiasException ours) {
            return ours;
        }
        if (failure instanceof ChicoryInterruptedException) {
            return new Interrupted("the guest was interrupted", failure);
        }
        if (failure instanceof WasmException) {
            return new Trap("an exception of the guest was not caught", failure);
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
        if (failure instanceof Error error) {
            throw error;
        }
        return null;
    }

    private static String reason(ChicoryException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

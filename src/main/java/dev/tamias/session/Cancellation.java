package dev.tamias.session;

import dev.tamias.engine.Interrupted;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a thread does in a session, from another thread. The thread is interrupted, which ends a
 * guest's code and a blocked load; the flag is gone when the thread leaves the session.
 */
final class Cancellation {

    private @Nullable Thread running;
    private boolean interrupting;
    private volatile boolean cancelled;

    /** Says that this thread works in the session until {@link #leave}. */
    synchronized void enter() {
        if (running != null) {
            throw new IllegalStateException("the session is at work in another call of it");
        }
        running = Thread.currentThread();
    }

    synchronized void leave() {
        running = null;
        if (interrupting) {
            interrupting = false;
            Thread.interrupted();
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            interrupting = true;
            running.interrupt();
        }
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Ends the work of the calling thread where it was cancelled or interrupted. */
    void check() {
        if (cancelled) {
            throw new Interrupted("the session was cancelled", null);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted("the session was interrupted", null);
        }
    }
}

package dev.tamias.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the command come to an end in good order where the process is told to end (Ctrl-C, SIGTERM): the
 * thread that made this is interrupted, and the process stays until it is closed.
 */
final class UntilInterrupted implements AutoCloseable {

    private static final long ENDING_SECONDS = 5;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "tamias-end");

    UntilInterrupted() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        worker.interrupt();
        try {
            if (!closed.await(ENDING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("tamias: It does not stop, and is ended as it is.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending; the hook is at work.
        }
    }
}

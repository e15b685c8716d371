package dev.tamias.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs guests: on threads with large stacks, so that a deep recursion of a guest traps late, under
 * deadlines, and so that interrupting the caller interrupts the guest.
 */
public final class GuestExecutor implements AutoCloseable {

    /** Reserved, not used, address space; native engines give a guest half a megabyte of its own frames. */
    private static final long STACK_BYTES = 64L << 20;

    private static final ThreadLocal<Boolean> ON_GUEST_THREAD =
            ThreadLocal.withInitial(() -> false);

    private final ExecutorService executor;
    private final ExecutorService waiters =
            Executors.newCachedThreadPool(task -> daemon(task, "tamias-waiter", 0));
    private final boolean owned;
    private final ScheduledThreadPoolExecutor watchdog;
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();

    GuestExecutor(@Nullable ExecutorService given) {
        this.owned = given == null;
        AtomicInteger number = new AtomicInteger();
        this.executor =
                given != null
                        ? given
                        : Executors.newCachedThreadPool(
                                task ->
                                        daemon(
                                                task,
                                                "tamias-guest-" + number.incrementAndGet(),
                                                STACK_BYTES));
        this.watchdog =
                new ScheduledThreadPoolExecutor(1, task -> daemon(task, "tamias-watchdog", 0));
        // Each call has a deadline of many seconds and mostly takes microseconds.
        watchdog.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable task, String name, long stackBytes) {
        Thread thread = new Thread(null, task, name, stackBytes);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs {@code task} on a guest thread and waits for it; on the same thread where the caller is
     * already on one.
     *
     * @throws Interrupted where the calling thread is interrupted: the task is interrupted too, and the
     *     flag of the calling thread is set again
     */
    public <T> T run(Callable<T> task) {
        if (ON_GUEST_THREAD.get()) {
            return unchecked(task);
        }
        Future<T> future = executor.submit(() -> onGuestThread(task));
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new Interrupted("the work was interrupted", e);
        } catch (CancellationException e) {
            throw new Interrupted("the work was cancelled", e);
        } catch (ExecutionException e) {
            throw Faults.of(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Starts {@code task} on another guest thread and does not wait for it. */
    public <T> Future<T> start(Callable<T> task) {
        return executor.submit(() -> onGuestThread(task));
    }

    /**
     * Runs what may wait for long and cannot be interrupted, as reading a pipe, so that the guest that
     * needs it can be. It has a thread for as long as it waits, and none of those for guests, of which an
     * executor that was handed in may have but one.
     */
    public void startWaiting(Runnable task) {
        waiters.execute(task);
    }

    private <T> T onGuestThread(Callable<T> task) throws Exception {
        ON_GUEST_THREAD.set(true);
        atWork.add(Thread.currentThread());
        boolean entered = InterruptWatch.enter();
        try {
            return task.call();
        } finally {
            if (entered) {
                InterruptWatch.leave();
            }
            atWork.remove(Thread.currentThread());
            ON_GUEST_THREAD.set(false);
        }
    }

    private static <T> T unchecked(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw Faults.of(e);
        }
    }

    /**
     * Starts a deadline for what this thread does until the deadline is closed: when {@code time} is
     * over, the thread is interrupted, which stops a guest within some hundredths of a second.
     */
    public Deadline deadline(Duration time) {
        return Deadline.start(time, watchdog);
    }

    /** How many guest threads are at work. */
    public int atWork() {
        return atWork.size();
    }

    /** Interrupts all work on guest threads, whoever waits for it. */
    void interrupt() {
        atWork.forEach(Thread::interrupt);
    }

    /** How many deadlines run. */
    int deadlines() {
        return watchdog.getQueue().size();
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        waiters.shutdownNow();
        if (owned) {
            executor.shutdownNow();
        }
    }
}

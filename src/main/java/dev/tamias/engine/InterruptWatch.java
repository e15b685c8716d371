package dev.tamias.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees when a thread on which a guest runs is interrupted, by whomever, and turns {@link InterruptCheck}
 * on until none is for a while. One thread looks, every few milliseconds, as long as there are guests.
 */
final class InterruptWatch {

    private static final long PERIOD_MILLIS = 20;

    /** Looks without any guest after which the watch ends. */
    private static final int IDLE_LOOKS = 50;

    /** Looks without any interrupt after which guests need not ask any more. */
    private static final int QUIET_LOOKS = 50;

    /**
     * How often asking is turned off again. Each time all guests' compiled code is lost, and HotSpot
     * compiles a method that it has lost too often no more; so guests that must be interrupted again and
     * again do not take the speed of all others each time.
     */
    private static final int MOST_TURNS = 16;

    private static final ThreadLocal<@Nullable Boolean> WATCHED = new ThreadLocal<>();
    private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

    private static final InterruptWatch WATCH = new InterruptWatch(InterruptWatch::anyInterrupted);

    private static volatile boolean running;

    private final BooleanSupplier anyInterrupted;
    private boolean on;
    private int quiet;
    private int turns;

    InterruptWatch(BooleanSupplier anyInterrupted) {
        this.anyInterrupted = anyInterrupted;
    }

    /** Watches this thread until {@link #leave}; false where it is watched already. */
    static boolean enter() {
        if (WATCHED.get() != null) {
            return false;
        }
        WATCHED.set(true);
        THREADS.add(Thread.currentThread());
        if (!running) {
            try {
                start();
            } catch (Throwable noThread) {
                leave();
                throw noThread;
            }
        }
        return true;
    }

    /** Ends what {@link #enter} has begun. */
    static void leave() {
        THREADS.remove(Thread.currentThread());
        WATCHED.remove();
    }

    private static synchronized void start() {
        if (!running) {
            Thread thread = new Thread(null, WATCH::run, "tamias-interrupts", 0, false);
            thread.setDaemon(true);
            thread.start();
            running = true;
        }
    }

    /** Whether there is nothing to look at; then the next guest's thread starts another watch. */
    private static synchronized boolean ends() {
        // In this order: a thread is added before it looks whether a watch runs.
        running = false;
        running = !THREADS.isEmpty();
        return !running;
    }

    private void run() {
        int idle = 0;
        while (idle < IDLE_LOOKS || !ends()) {
            pause();
            idle = THREADS.isEmpty() ? idle + 1 : 0;
            look();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PERIOD_MILLIS);
        } catch (InterruptedException e) {
            // Nobody has a reason to, and guests could not be interrupted any more.
        }
    }

    /** Looks at the threads, and turns the check on or off. */
    void look() {
        try {
            boolean wanted = look(anyInterrupted.getAsBoolean());
            if (wanted != InterruptCheck.isOn()) {
                InterruptCheck.turn(wanted);
            }
        } catch (OutOfMemoryError e) {
            // A guest may have the heap; it can be stopped only if this goes on. The next look is
            // near.
        }
    }

    private static boolean anyInterrupted() {
        for (Thread each : THREADS) {
            if (each.isInterrupted()) {
                return true;
            }
        }
        return false;
    }

    /** Whether guests have to ask, now that one is interrupted or none. */
    boolean look(boolean interrupted) {
        quiet = interrupted ? 0 : quiet + 1;
        if (interrupted) {
            on = true;
        } else if (on && quiet >= QUIET_LOOKS && turns < MOST_TURNS) {
            turns++;
            on = false;
        }
        return on;
    }
}

package dev.tamias.engine;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * What compiled code asks in each turn of a loop and in each call: whether its thread is interrupted.
 *
 * <p>The thread's flag is volatile, and before it is read HotSpot moves nothing: to read it each time
 * takes a tenth of a guest's time. So while no guest is interrupted the question is one that HotSpot
 * compiles to nothing. When {@link InterruptWatch} turns it on, the JVM throws away what it has compiled
 * so, wherever a thread is in it, and from then on the flag is read.
 *
 * <p>Public for the sake of compiled code only.
 */
public final class InterruptCheck {

    static final String CLASS = InterruptCheck.class.getName().replace('.', '/');

    /** The method's name and type in Chicory's class of helper methods and here. */
    static final String METHOD = "checkInterruption";

    static final String TYPE = "()V";

    /** Never called: two that are not the same. */
    private static final MethodHandle OFF = MethodHandles.constant(boolean.class, false);

    private static final MethodHandle ON = MethodHandles.constant(boolean.class, true);

    private static final MutableCallSite SITE = new MutableCallSite(OFF);

    private InterruptCheck() {}

    /** Asks, where asking is on: HotSpot takes the target of a call site for a constant, until it is set. */
    public static void checkInterruption() {
        if (isOn()) {
            ask();
        }
    }

    /** Asks at once. */
    static void ask() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ChicoryInterruptedException("Thread interrupted");
        }
    }

    static boolean isOn() {
        return SITE.getTarget() == ON;
    }

    /** Has all compiled code ask, also what runs, or stop asking. */
    static void turn(boolean on) {
        SITE.setTarget(on ? ON : OFF);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }
}

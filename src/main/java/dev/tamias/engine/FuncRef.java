package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a function of an instance.
 *
 * <p>In Chicory a reference is the function's index, which means another function in every other
 * module. Here it is a number that means the same function everywhere: globals and tables of our own
 * give the numbers out and take them in, and modules are rewritten to read each reference from a
 * global. Numbers are below that of the null reference, indices are not below 0, so that both can be
 * told apart.
 */
final class FuncRef {

    /** Chicory's null reference. */
    static final int NULL = -1;

    private static final AtomicInteger LAST_NUMBER = new AtomicInteger(NULL);
    private static final Map<Integer, Numbered> NUMBERED = new ConcurrentHashMap<>();
    private static final ReferenceQueue<FuncRef> FORGOTTEN = new ReferenceQueue<>();

    private static final class Numbered extends WeakReference<FuncRef> {
        private final int number;

        Numbered(FuncRef ref, int number) {
            super(ref, FORGOTTEN);
            this.number = number;
        }
    }

    final Instance instance;
    final int function;
    private int number;

    private FuncRef(Instance instance, int function) {
        this.instance = instance;
        this.function = function;
    }

    /**
     * What {@code value} refers to, null for the null reference.
     *
     * @param value a number, or an index of {@code instance}
     */
    static @Nullable FuncRef of(int value, @Nullable Instance instance) {
        if (value == NULL) {
            return null;
        }
        if (value > NULL) {
            if (instance == null) {
                throw new IllegalStateException("a function reference without its instance");
            }
            return new FuncRef(instance, value);
        }
        Numbered known = NUMBERED.get(value);
        FuncRef ref = known == null ? null : known.get();
        if (ref == null) {
            throw new IllegalStateException("no function has the number " + value);
        }
        return ref;
    }

    /** The number of this reference, which lasts as long as somebody holds the reference. */
    synchronized int assignedNumber() {
        if (number == 0) {
            for (Object each = FORGOTTEN.poll(); each != null; each = FORGOTTEN.poll()) {
                NUMBERED.remove(((Numbered) each).number);
            }
            number = LAST_NUMBER.decrementAndGet();
            NUMBERED.put(number, new Numbered(this, number));
        }
        return number;
    }

    /** The number of a reference, or that of the null reference. */
    static int numberOf(@Nullable FuncRef ref) {
        return ref == null ? NULL : ref.assignedNumber();
    }
}

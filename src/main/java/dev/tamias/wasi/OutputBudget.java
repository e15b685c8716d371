package dev.tamias.wasi;

import dev.tamias.model.Limits;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much a guest may still say: so many bytes in a second, and so many in all ({@link
 * Limits#outputRate()}, {@link Limits#outputBytes()}). What goes beyond is suppressed rather than
 * waited for, since a guest that logs too much should not be slow for it.
 */
public final class OutputBudget {

    private static final long SECOND = 1_000_000_000L;

    private final long most;
    private final long mostInSecond;
    private final LongSupplier nanoseconds;
    private long written;
    private long secondBegan;
    private long writtenInSecond;
    private boolean rateTold;
    private boolean mostTold;

    public OutputBudget(Limits limits) {
        this(limits, System::nanoTime);
    }

    OutputBudget(Limits limits, LongSupplier nanoseconds) {
        this.most = limits.outputBytes();
        this.mostInSecond = limits.outputRate();
        this.nanoseconds = nanoseconds;
        this.secondBegan = nanoseconds.getAsLong();
    }

    /** Takes as many of {@code bytes} as there are left; tells how many. */
    public long take(long bytes) {
        long now = nanoseconds.getAsLong();
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            writtenInSecond = 0;
        }
        long taken = Math.min(bytes, Math.min(most - written, mostInSecond - writtenInSecond));
        written += taken;
        writtenInSecond += taken;
        return taken;
    }

    /** After less was taken than was asked for: which limit it was; once for each of the two. */
    public Optional<String> told() {
        if (written >= most) {
            boolean again = mostTold;
            mostTold = true;
            return again
                    ? Optional.empty()
                    : Optional.of("more than " + most + " bytes of output (limit outputBytes)");
        }
        boolean again = rateTold;
        rateTold = true;
        return again
                ? Optional.empty()
                : Optional.of(
                        "more than "
                                + mostInSecond
                                + " bytes of output in a second (limit outputRate)");
    }
}

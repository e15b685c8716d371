package dev.tamias.table;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Stops a table before the heap is full, where an OutOfMemoryError could strike anything in the process,
 * the notebook's kernel included. Before it does it has garbage collected, so that none is counted.
 */
final class MemoryGuard {

    /** A little more room after collecting garbage is not worth going on: it would collect again soon. */
    private static final double WORTHWHILE = 1.1;

    private final double share;
    private final long most;
    private final LongSupplier used;
    private final Runnable collect;
    private long allowed;

    MemoryGuard(double share, long most, LongSupplier used, Runnable collect) {
        this.share = share;
        this.most = most;
        this.used = used;
        this.collect = collect;
        this.allowed = allowed(0);
    }

    /** A guard over this process's heap. */
    static MemoryGuard ofHeap(double share) {
        Runtime runtime = Runtime.getRuntime();
        return new MemoryGuard(
                share,
                runtime.maxMemory(),
                () -> runtime.totalMemory() - runtime.freeMemory(),
                System::gc);
    }

    private long allowed(long own) {
        return (long) (share * Math.max(0, most - Math.max(0, used.getAsLong() - own)));
    }

    /**
     * Says that the table takes {@code bytes} by now.
     *
     * @throws HostException where it may not grow on
     */
    void check(long bytes, long rows) {
        if (bytes <= allowed) {
            return;
        }
        collect.run();
        allowed = allowed(bytes);
        if (bytes * WORTHWHILE > allowed) {
            throw new HostException(
                    Trouble.LIMIT,
                    String.format(
                            Locale.ROOT,
                            "The table takes %d MB of memory with its first %d rows, and may take %d MB"
                                    + " (%.0f %% of what is free of %d MB). Take less: head(n), where(…) or"
                                    + " columns(…); or ask with sql(…), which needs no table in memory; or"
                                    + " start Java with a larger -Xmx.",
                            bytes >> 20,
                            rows,
                            allowed >> 20,
                            share * 100,
                            most >> 20));
        }
    }
}

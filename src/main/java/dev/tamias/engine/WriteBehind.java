package dev.tamias.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps code that grows while it is used: it is written to the cache when it has not grown for a moment,
 * and at the latest when the JVM ends. A process that is killed has compiled the last functions in vain.
 */
final class WriteBehind {

    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    private final CodeCache cache;
    private final Map<String, CompiledCode> changed = new LinkedHashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Thread atExit = new Thread(this::flush, "tamias-code-cache-exit");
    private @Nullable Thread writer;
    private long last;

    WriteBehind(CodeCache cache) {
        this.cache = cache;
    }

    /** There is more to write than before. */
    synchronized void changed(String key, CompiledCode code) {
        if (forgotten.contains(key)) {
            return;
        }
        if (changed.isEmpty()) {
            atExit(true);
        }
        changed.put(key, code);
        last = System.nanoTime();
        if (writer == null) {
            writer = new Thread(this::writeWhenQuiet, "tamias-code-cache");
            writer.setDaemon(true);
            writer.start();
        }
    }

    private void writeWhenQuiet() {
        try {
            for (long left = QUIET; left > 0; left = left()) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; then it is written at once.
        }
        flush();
    }

    private synchronized long left() {
        return last + QUIET - System.nanoTime();
    }

    /** Writes what is not written. */
    synchronized void flush() {
        writer = null;
        if (!changed.isEmpty()) {
            changed.forEach(cache::put);
            changed.clear();
            atExit(false);
        }
    }

    /** What is under that key is not written any more, until it is {@linkplain #wanted wanted} again. */
    synchronized void forget(String key) {
        changed.remove(key);
        forgotten.add(key);
        cache.remove(key);
    }

    synchronized void wanted(String key) {
        forgotten.remove(key);
    }

    private void atExit(boolean write) {
        try {
            if (write) {
                Runtime.getRuntime().addShutdownHook(atExit);
            } else {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        } catch (IllegalStateException e) {
            // The JVM is ending already.
        }
    }
}

package dev.tamias.manager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at the plugins' files every so often, and reloads when they have changed and then stayed as they
 * are for one look, so that a file is not read while a compiler writes it. It looks rather than being
 * told: a folder can be on a file system that tells nothing.
 */
public final class PluginWatch implements AutoCloseable {

    private final PluginsManager manager;
    private final Consumer<Reload> listener;
    private final ScheduledExecutorService clock;
    private final Future<?> looking;
    private Map<Path, FileStamp> reloaded;
    private Map<Path, FileStamp> latest;

    PluginWatch(PluginsManager manager, Duration every, Consumer<Reload> listener) {
        this.manager = manager;
        this.listener = listener;
        this.reloaded = manager.stamps();
        this.latest = reloaded;
        this.clock =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "tamias-plugin-watch");
                            thread.setDaemon(true);
                            return thread;
                        });
        long nanos = every.toNanos();
        this.looking = clock.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Looks once; reloads where something has changed since the last reload, and not since last time. */
    synchronized void look() {
        try {
            Map<Path, FileStamp> now = manager.stamps();
            boolean settled = now.equals(latest);
            latest = now;
            if (!settled || now.equals(reloaded)) {
                return;
            }
            Reload reload = manager.reload();
            reloaded = now;
            if (!reload.isEmpty()) {
                listener.accept(reload);
            }
        } catch (RuntimeException e) {
            // The watch goes on: what failed is said where a thread's failures are said.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdown();
    }
}

package dev.tamias;

import dev.tamias.engine.Engine;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A scan on an engine's executor; to cancel it stops the work. */
final class BackgroundScan extends CompletableFuture<Plugins> {

    private volatile @Nullable Future<?> work;

    private BackgroundScan() {}

    static BackgroundScan start(Engine engine, Path... roots) {
        BackgroundScan scan = new BackgroundScan();
        scan.work =
                engine.executor()
                        .start(
                                () -> {
                                    scan.run(roots);
                                    return true;
                                });
        return scan;
    }

    private void run(Path... roots) {
        try {
            complete(Plugins.scan(roots).check());
        } catch (RuntimeException | Error e) {
            completeExceptionally(e);
        }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        Future<?> begun = work;
        if (begun != null) {
            begun.cancel(true);
        }
        return cancelled;
    }
}

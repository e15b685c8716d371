package dev.tamias.manager;

import dev.tamias.engine.GuestExecutor;
import dev.tamias.engine.Interrupted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Work on several things, as many at once as there are processors. The caller takes part, so that all is
 * done even where the executor has no thread to spare.
 */
final class AtOnce {

    private AtOnce() {}

    /**
     * Does the work on each of them.
     *
     * @throws Interrupted where the calling thread is interrupted; what is at work then is, too
     */
    static <T> void forEach(GuestExecutor executor, List<T> all, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(all.size());
        List<Future<?>> others = new ArrayList<>();
        int most = Math.min(Runtime.getRuntime().availableProcessors(), all.size());
        for (int i = 1; i < most; i++) {
            others.add(
                    executor.start(
                            () -> {
                                take(next, left, all, work);
                                return true;
                            }));
        }
        try {
            take(next, left, all, work);
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted("the work was interrupted", e);
        } finally {
            // Where all is done, this ends those alone that have not begun.
            others.forEach(each -> each.cancel(true));
        }
    }

    private static <T> void take(
            AtomicInteger next, CountDownLatch left, List<T> all, Consumer<T> work) {
        for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
            try {
                work.accept(all.get(i));
            } finally {
                left.countDown();
            }
        }
    }
}

package dev.tamias;

import dev.tamias.engine.GuestExecutor;
import dev.tamias.table.ColumnWork;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work that several guest threads take from, piece by piece. The thread that asks for it is one of them, so
 * that it comes to an end whatever else the executor has to do; it waits for pieces alone that others
 * have begun. Being interrupted does not end it, as it would not end the same work on one thread: the
 * pieces are short, and nobody is left behind in them.
 */
final class SharedWork implements ColumnWork {

    private final GuestExecutor executor;
    private final int threads;

    /** @param threads how many there may be, the calling one among them */
    SharedWork(GuestExecutor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    @Override
    public void run(int count, IntConsumer each) {
        Pieces pieces = new Pieces(count, each);
        int helpers = Math.min(threads, count) - 1;
        List<Future<Boolean>> others =
                Stream.generate(() -> executor.start(pieces::take))
                        .limit(Math.max(0, helpers))
                        .toList();
        pieces.take();
        others.forEach(other -> other.cancel(false));
        pieces.awaitEnd();
        pieces.throwFirst();
    }

    private static final class Pieces {
        private final int count;
        private final IntConsumer each;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch left;
        private final @Nullable Throwable[] failures;

        Pieces(int count, IntConsumer each) {
            this.count = count;
            this.each = each;
            this.left = new CountDownLatch(count);
            this.failures = new Throwable[count];
        }

        /** Takes one after the other until none is left. */
        boolean take() {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                try {
                    each.accept(i);
                } catch (RuntimeException | Error e) {
                    // Told by the thread that asked for the work.
                    failures[i] = e;
                } finally {
                    left.countDown();
                }
            }
            return true;
        }

        void awaitEnd() {
            boolean interrupted = false;
            while (left.getCount() > 0) {
                try {
                    left.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void throwFirst() {
            for (Throwable failure : failures) {
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
            }
        }
    }
}

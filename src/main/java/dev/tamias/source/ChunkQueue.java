package dev.tamias.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a reading thread has received and a {@link LiveByteSource} has not taken yet. It is bounded:
 * where it is full the reading thread waits, and so, in the end, does whoever sends. Closed from any
 * thread, it lets both sides go on at once.
 */
final class ChunkQueue {

    private static final int LONGEST = 64 << 10;

    private final long bound;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private long held;
    private long received;
    private boolean over;
    private boolean closed;
    private @Nullable Throwable failure;

    /**
     * @param bound how many bytes it holds; one chunk more may be in the reading thread's hands
     */
    ChunkQueue(long bound) {
        this.bound = bound;
    }

    /** Puts everything that {@code input} has. */
    void fill(InputStream input) throws IOException, InterruptedException {
        byte[] buffer = new byte[LONGEST];
        while (!closed()) {
            int count = input.read(buffer, 0, LONGEST);
            if (count < 0) {
                break;
            }
            if (count > 0) {
                put(Chunk.now(Arrays.copyOf(buffer, count)));
            }
        }
    }

    /** Waits for room. Where the queue is closed the chunk is dropped. */
    void put(Chunk chunk) throws InterruptedException {
        while (!offer(chunk, Duration.ofDays(1))) {
            // Still full after a day: go on waiting.
        }
    }

    /**
     * Waits for room, but no longer than {@code time}.
     *
     * @return whether the chunk is dealt with: taken, or dropped because the queue is closed
     */
    synchronized boolean offer(Chunk chunk, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (!closed && !chunks.isEmpty() && held + chunk.cost() > bound) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        if (!closed) {
            chunks.add(chunk);
            held += chunk.cost();
            received += chunk.bytes().length;
            notifyAll();
        }
        return true;
    }

    /** How many bytes have gone in. */
    synchronized long received() {
        return received;
    }

    /** Says that nothing more comes. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Says that nothing more comes, and why. */
    synchronized void fail(Throwable cause) {
        if (!closed) {
            failure = cause;
        }
        end();
    }

    /**
     * Waits for the next chunk.
     *
     * @return the chunk; null where no more comes, see {@link #failure}
     */
    synchronized @Nullable Chunk take() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (chunks.isEmpty() && !over && !closed) {
            wait();
        }
        return remove();
    }

    /** The next chunk, if it is there already and came in the same millisecond. */
    synchronized @Nullable Chunk takeOf(long time) {
        Chunk next = chunks.peek();
        return next == null || next.time() != time ? null : remove();
    }

    private @Nullable Chunk remove() {
        Chunk next = chunks.poll();
        if (next != null) {
            held -= next.cost();
            notifyAll();
        }
        return next;
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** Nothing goes in or out any more. */
    synchronized void close() {
        closed = true;
        chunks.clear();
        held = 0;
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Waits for {@code time}, or less where the queue is closed before. */
    synchronized void pause(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (!closed && left > 0) {
            // Rounded up: a wait of 0 would never end.
            wait(left / 1_000_000 + 1);
            left = deadline - System.nanoTime();
        }
    }
}

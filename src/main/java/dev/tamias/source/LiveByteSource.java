package dev.tamias.source;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A byte source whose bytes come when somebody sends them. A daemon thread of its own receives them
 * into a bounded queue, so that a blocked {@link #load} waits for the queue alone: an interrupt ends
 * the wait at once, whatever the operating system makes of the read below. After an interrupt the
 * source can be read on.
 *
 * <p>A load adds what arrived in one millisecond at most, so that {@link #timestamp} is exact.
 * {@link #close} may be called from any thread; a blocked load then ends as if the source did.
 */
abstract class LiveByteSource implements ByteSource {

    /** How many bytes are received ahead of the parser. */
    static final long BOUND = 1 << 20;

    private final String name;
    private final ChunkQueue queue;
    private final SliceBuffer buffer = new SliceBuffer();
    private final Thread thread;
    private long time;
    private boolean ended;
    private @Nullable HostException failure;

    LiveByteSource(String name, long bound) {
        this.name = name;
        this.queue = new ChunkQueue(bound);
        this.thread = new Thread(this::run, "tamias-source " + name);
        thread.setDaemon(true);
    }

    /** Starts the thread; the last thing that a factory does. */
    final void start() {
        thread.start();
    }

    private void run() {
        try {
            receive(queue);
        } catch (InterruptedException e) {
            // Only close() interrupts this thread.
        } catch (IOException | RuntimeException | Error e) {
            queue.fail(e);
        } finally {
            queue.end();
        }
    }

    /** Puts all that comes into the queue, on the source's thread, until its end or a failure. */
    abstract void receive(ChunkQueue queue) throws IOException, InterruptedException;

    /** Whether a load adds one chunk, whole. */
    boolean packeted() {
        return false;
    }

    /** Ends what {@link #receive} may be blocked in. */
    abstract void release();

    final boolean receiving() {
        return thread.isAlive();
    }

    /** Interrupts the thread in {@link #receive}. */
    final void interruptReceiving() {
        thread.interrupt();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int load(int wanted) {
        int before = buffer.length();
        if (before >= wanted || ended) {
            return 0;
        }
        if (buffer.ahead() == 0 && !receiveInto(wanted - before)) {
            return 0;
        }
        buffer.expose(packeted() ? buffer.ahead() : wanted - before);
        return buffer.length() - before;
    }

    private boolean receiveInto(int wanted) {
        if (failure != null) {
            throw failure;
        }
        Chunk chunk = take();
        if (chunk == null) {
            raise();
            ended = true;
            return false;
        }
        time = chunk.time();
        while (chunk != null) {
            hold(chunk.bytes());
            chunk = packeted() || buffer.ahead() >= wanted ? null : queue.takeOf(time);
        }
        return true;
    }

    private void hold(byte[] bytes) {
        buffer.room(bytes.length);
        System.arraycopy(bytes, 0, buffer.array(), buffer.filled(), bytes.length);
        buffer.added(bytes.length);
    }

    private @Nullable Chunk take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted(
                    "Waiting for \""
                            + name
                            + "\" at byte "
                            + buffer.readPosition()
                            + " was interrupted.",
                    e);
        }
    }

    private void raise() {
        Throwable cause = queue.failure();
        if (cause instanceof HostException known) {
            failure = known;
        } else if (cause != null) {
            failure =
                    new HostException(
                            Trouble.INPUT,
                            "Reading \""
                                    + name
                                    + "\" failed at byte "
                                    + buffer.readPosition()
                                    + ": "
                                    + cause.getMessage()
                                    + ".",
                            cause);
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public final boolean ended() {
        return ended;
    }

    @Override
    public final byte[] slice() {
        return buffer.array();
    }

    @Override
    public final int sliceStart() {
        return buffer.start();
    }

    @Override
    public final int length() {
        return buffer.length();
    }

    @Override
    public final long position() {
        return buffer.position();
    }

    @Override
    public final void consume(int bytes) {
        buffer.consume(bytes);
    }

    @Override
    public final OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public final boolean framed() {
        return true;
    }

    @Override
    public @Nullable Long timestamp() {
        return time == 0 ? null : time;
    }

    @Override
    public final void close() {
        queue.close();
        release();
    }
}

package dev.tamias.session;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.source.ByteSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A source whose loads bring what a test says: so many bytes each, nothing, an error, a long wait. */
final class ScriptedSource implements ByteSource {

    /** What a load is answered with. */
    private sealed interface Load {}

    private record Bytes(byte[] bytes) implements Load {}

    private record Failure() implements Load {}

    private record Nothing() implements Load {}

    /** Blocks until it was interrupted so many times. */
    private record Wait(int interrupts) implements Load {}

    private final Queue<Load> loads = new ArrayDeque<>();
    private final boolean framed;
    private byte[] slice = new byte[0];
    private int start;
    private long position;
    private int interrupts;
    private @Nullable Long time;

    /** Has a permit for each interrupt that may be sent to the thread in {@link #load}. */
    final Semaphore waiting = new Semaphore(0);

    ScriptedSource(boolean framed) {
        this.framed = framed;
    }

    /** A source of packets of so many bytes each. */
    static ScriptedSource packets(int... lengths) {
        ScriptedSource source = new ScriptedSource(true);
        Arrays.stream(lengths).forEach(source::bytes);
        return source;
    }

    ScriptedSource bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'a');
        return bytes(bytes);
    }

    ScriptedSource bytes(byte[] bytes) {
        loads.add(new Bytes(bytes));
        return this;
    }

    ScriptedSource recordedAt(long milliseconds) {
        time = milliseconds;
        return this;
    }

    ScriptedSource failure() {
        loads.add(new Failure());
        return this;
    }

    ScriptedSource nothing() {
        loads.add(new Nothing());
        return this;
    }

    ScriptedSource untilInterrupted(int times) {
        loads.add(new Wait(times));
        return this;
    }

    /** Whether the next load blocks until it is interrupted. */
    boolean waits() {
        return loads.peek() instanceof Wait wait && interrupts < wait.interrupts();
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public int load(int wanted) {
        Load next = loads.peek();
        if (next == null || length() >= wanted) {
            return 0;
        }
        if (next instanceof Failure) {
            throw new HostException(
                    Trouble.INPUT,
                    "Reading \"scripted\" failed at byte " + (position + length()) + ": no disk.");
        }
        if (next instanceof Wait) {
            if (waits()) {
                interrupts++;
                throw interrupted();
            }
            interrupts = 0;
            loads.remove();
            return load(wanted);
        }
        loads.remove();
        return next instanceof Bytes more ? append(more.bytes()) : 0;
    }

    /** Blocks as a socket does. */
    private Interrupted interrupted() {
        try {
            waiting.release();
            new Semaphore(0).acquire();
            throw new AssertionError("acquired what nobody releases");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Interrupted("the load was interrupted", e);
        }
    }

    private int append(byte[] bytes) {
        byte[] longer = Arrays.copyOfRange(slice, start, slice.length + bytes.length);
        System.arraycopy(bytes, 0, longer, length(), bytes.length);
        slice = longer;
        start = 0;
        return bytes.length;
    }

    @Override
    public boolean ended() {
        return loads.isEmpty();
    }

    @Override
    public boolean framed() {
        return framed;
    }

    @Override
    public byte[] slice() {
        return slice;
    }

    @Override
    public int sliceStart() {
        return start;
    }

    @Override
    public int length() {
        return slice.length - start;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void consume(int bytes) {
        start += bytes;
        position += bytes;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public @Nullable Long timestamp() {
        return time;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}

package dev.tamias.source;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes with a position, read slice by slice: {@link #load} appends to the current slice, {@link
 * #consume} takes from its front. No byte is lost or seen twice, however the two alternate. Positions
 * are longs, so an input may be longer than 2 GiB; a slice may not. One thread at a time.
 *
 * <p>An error is never taken for the end. The bytes that were read before it stay in the slice, so
 * that they can be parsed; the next {@link #load} that has nothing to add throws it, and so does each
 * one after that.
 */
public interface ByteSource extends AutoCloseable {

    /** What this source is, for messages: a file's path, "12 bytes". */
    String name();

    /**
     * Tries to have {@code wanted} bytes in the slice, and may return as soon as it has added one. A
     * live source blocks until it has something, or ends, or its thread is interrupted.
     *
     * @return how many bytes were added; 0 where the slice held enough or the source is at its end,
     *     never where there is just nothing now
     * @throws HostException naming the source and the byte where reading fails
     * @throws dev.tamias.engine.Interrupted where the thread is interrupted; its flag is set again
     */
    int load(int wanted);

    /** Whether everything was loaded: the slice is all that is left. */
    boolean ended();

    /** The array that the current slice lies in, from {@link #sliceStart} on; valid until {@link #load}. */
    byte[] slice();

    int sliceStart();

    /** How many bytes the current slice holds. */
    int length();

    /** The offset in the whole input of the slice's first byte. */
    long position();

    /** Takes {@code bytes} from the front of the slice, which holds at least as many. */
    void consume(int bytes);

    /** How many bytes the whole input has, where that is known beforehand. */
    OptionalLong size();

    /**
     * Whether bytes come in packets, or as somebody sends them. A slice of such a source is not filled
     * up before the parser has had what is there: {@link #load} is called where the slice is empty or
     * the parser asks for more.
     */
    default boolean framed() {
        return false;
    }

    /** Whether {@link #seek} works for every position of the input. */
    default boolean seekable() {
        return false;
    }

    /**
     * Goes to a position, forth or back; the slice then starts there, with what is loaded of it. A
     * mark is a {@link #position} that the caller remembers.
     *
     * @throws HostException where the source can only be read on, or ends before the position
     */
    default void seek(long position) {
        throw new HostException(
                Trouble.INPUT,
                "\"" + name() + "\" can only be read on: it cannot go to byte " + position + ".");
    }

    /** Milliseconds since 1970 at which the bytes loaded last were recorded, where the source knows. */
    default @Nullable Long timestamp() {
        return null;
    }

    @Override
    void close();
}

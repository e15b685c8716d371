package dev.tamias.source;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes with a position, read slice by slice: {@link #load} appends to the current slice, {@link
 * #consume} takes from its front. No byte is lost or seen twice, however the two alternate. One thread
 * at a time.
 */
public interface ByteSource extends AutoCloseable {

    /** What this source is, for messages: a file's path, "12 bytes". */
    String name();

    /**
     * Reads on until the slice holds {@code wanted} bytes or the source ends.
     *
     * @return how many bytes were added; 0 where the slice held enough or the source is at its end
     * @throws dev.tamias.model.HostException naming the source and the byte where reading fails
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

    /** Milliseconds since 1970 at which the slice's bytes were recorded, where the source knows. */
    default @Nullable Long timestamp() {
        return null;
    }

    @Override
    void close();
}

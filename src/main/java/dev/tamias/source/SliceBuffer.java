package dev.tamias.source;

/**
 * The buffer of a {@link ByteSource}: a slice, and behind it bytes that were read ahead. It grows as
 * asked, is moved together rarely enough that small consumes cost little, and becomes small again
 * after a giant record.
 *
 * <pre>
 * array: | consumed | slice          | read ahead | room |
 *                   ^ start          ^ end        ^ filled
 * </pre>
 */
final class SliceBuffer {

    private static final int SMALLEST = 64 << 10;

    /** Above this the buffer shrinks where an eighth of it would do. */
    private static final int LARGE = 4 << 20;

    /** The longest array that every JVM can make. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private byte[] array;
    private int start;
    private int end;
    private int filled;
    private long position;

    SliceBuffer() {
        this(new byte[0]);
    }

    /** A buffer that holds {@code bytes}, uncopied, all read ahead. */
    SliceBuffer(byte[] bytes) {
        array = bytes;
        filled = bytes.length;
    }

    byte[] array() {
        return array;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** The offset in the input of the slice's first byte. */
    long position() {
        return position;
    }

    /** The offset in the input of the first byte that is not in the buffer. */
    long readPosition() {
        return position + filled - start;
    }

    /** The index in the array where {@link #room} begins. */
    int filled() {
        return filled;
    }

    /** How many bytes were read ahead. */
    int ahead() {
        return filled - end;
    }

    /** Takes at most {@code most} bytes that were read ahead into the slice. */
    void expose(int most) {
        end += Math.min(most, filled - end);
    }

    void consume(int bytes) {
        if (bytes < 0 || bytes > length()) {
            throw new IllegalArgumentException(
                    "cannot consume " + bytes + " of " + length() + " bytes");
        }
        start += bytes;
        position += bytes;
    }

    /** Moves the slice's front to a position whose byte is still, or already, in the buffer. */
    boolean moveTo(long target) {
        long index = start + target - position;
        if (index < 0 || index > filled) {
            return false;
        }
        start = (int) index;
        end = Math.max(start, end);
        position = target;
        return true;
    }

    /** Forgets everything: the next byte that is added lies at {@code target}. */
    void restartAt(long target) {
        start = 0;
        end = 0;
        filled = 0;
        position = target;
    }

    /** Makes room for at least {@code needed} more bytes behind {@link #filled}; says for how many. */
    int room(int needed) {
        int held = filled - start;
        long least = (long) held + needed;
        if (least > LONGEST) {
            throw new OutOfMemoryError("a slice of more than 2 GiB");
        }
        boolean oversized = array.length > LARGE && least <= array.length / 8;
        if (oversized || array.length - filled < needed) {
            // Twice what is needed, so that the next move comes after as many bytes as it copies.
            boolean fits = !oversized && least * 2 <= array.length;
            rebuild(fits ? array : new byte[capacity(least)], held);
        }
        return array.length - filled;
    }

    private static int capacity(long least) {
        return (int) Math.min(LONGEST, Math.max(SMALLEST, least * 2));
    }

    private void rebuild(byte[] target, int held) {
        System.arraycopy(array, start, target, 0, held);
        end -= start;
        filled = held;
        start = 0;
        array = target;
    }

    /** Says that {@code count} bytes were put behind {@link #filled}. */
    void added(int count) {
        filled += count;
    }

    /** Puts bytes into the slice. */
    void append(byte[] bytes, int from, int count) {
        room(count);
        System.arraycopy(bytes, from, array, filled, count);
        added(count);
        expose(count);
    }
}

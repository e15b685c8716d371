package dev.tamias.session;

/**
 * How many bytes a parser is given at a time. It doubles where the parser takes most of them or asks for
 * more, and shrinks where the parser takes little: each call copies the whole slice, so a parser of one
 * item a call would otherwise copy each byte a thousand times.
 */
final class Window {

    private static final int SMALLEST = 1 << 10;

    /** Less than one in so many bytes taken is little; then some of its takings are enough. */
    private static final int LITTLE = 8;

    private static final int ENOUGH = 4;

    private final int smallest;
    private final int usual;
    private final int longest;
    private int bytes;

    Window(ParsePolicy policy) {
        longest = policy.longestSlice();
        usual = Math.min(policy.usualSlice(), longest);
        bytes = Math.min(policy.firstSlice(), longest);
        smallest = Math.min(SMALLEST, Math.min(usual, bytes));
    }

    int bytes() {
        return bytes;
    }

    /** Learns from an answer that took {@code taken} of {@code given} bytes. */
    void took(int taken, int given) {
        if (taken >= given / 2) {
            // A short slice says little: it is all that there was.
            bytes = given < bytes ? Math.min(bytes, usual) : (int) Math.min(bytes * 2L, usual);
        } else if (taken < given / LITTLE) {
            bytes = (int) Math.min(Math.max(smallest, (long) taken * ENOUGH), usual);
        } else {
            bytes = Math.min(bytes, usual);
        }
    }

    /** Doubles what is to be given instead of {@code given}; false where that is the longest already. */
    boolean grow(int given) {
        if (given >= longest) {
            return false;
        }
        bytes = (int) Math.min(Math.max(bytes, given) * 2L, longest);
        return true;
    }
}

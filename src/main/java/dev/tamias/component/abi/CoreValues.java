package dev.tamias.component.abi;

/**
 * A cursor over flat core values (CanonicalABI.md, {@code CoreValueIter}): longs as {@link
 * dev.tamias.engine.CoreFunc} takes them. What is put in is zero-extended, so that a value that a
 * variant joins into a wider slot needs no conversion, and taking it out again is cutting it off.
 */
public final class CoreValues {

    private final long[] values;
    private int position;

    /** @param values read or written from its start; not copied */
    public CoreValues(long[] values) {
        this.values = values;
    }

    int nextI32() {
        return (int) values[position++];
    }

    long nextI64() {
        return values[position++];
    }

    void putI32(int value) {
        values[position++] = value & 0xffffffffL;
    }

    void putI64(long value) {
        values[position++] = value;
    }

    int position() {
        return position;
    }

    /** Passes over the slots up to {@code position}: what is not written there is zero. */
    void skipTo(int position) {
        this.position = position;
    }

    /** The array that was given. */
    long[] values() {
        return values;
    }
}

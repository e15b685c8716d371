package dev.tamias.component.abi;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/**
 * How the values of one type cross a boundary, worked out once for the type: its layout in linear
 * memory, its flat core types, and the ways across: between a guest and the host, and from one guest
 * to another. A codec keeps no state and serves every instance of a component; resource ids are looked
 * up in the instance of the call.
 *
 * <p>Addresses are within the memory and aligned: whoever obtains one checks it, once for a whole
 * list or tuple.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md">
 *     CanonicalABI.md</a>, "Alignment" to "Flat Lowering"
 */
public abstract class Codec {

    /** Types that take more cannot be values, since no list or string may. */
    static final int MAX_SIZE = (1 << 28) - 1;

    private final int alignment;
    private final int size;
    private final List<CoreValType> flatTypes;
    private final int hostBytes;

    /**
     * @param flatTypes of which no more matter than {@link CallFlattening#MAX_FLAT_PARAMS} and one
     * @param hostBytes about how many bytes a value takes, without the lists and strings in it
     */
    Codec(int alignment, long size, List<CoreValType> flatTypes, long hostBytes) {
        if (size > MAX_SIZE) {
            throw new LimitExceeded("values of a type take " + size + " bytes");
        }
        this.alignment = alignment;
        this.size = (int) size;
        this.flatTypes =
                List.copyOf(
                        flatTypes.subList(
                                0, Math.min(flatTypes.size(), CallFlattening.MAX_FLAT_PARAMS + 1)));
        this.hostBytes = (int) Math.min(hostBytes, Integer.MAX_VALUE);
    }

    /** {@code alignment}: 1, 2, 4 or 8. */
    public final int alignment() {
        return alignment;
    }

    /** {@code elem_size}: bytes in linear memory, a multiple of the alignment. */
    public final int size() {
        return size;
    }

    /** {@code flatten_type}; cut off where there are more than can ever be passed flat. */
    public final List<CoreValType> flatTypes() {
        return flatTypes;
    }

    /** About how many bytes a {@link Val} takes, without the lists and strings in it. */
    final int hostBytes() {
        return hostBytes;
    }

    /** Reads a value from linear memory. */
    public abstract Val load(LiftLower cx, int ptr);

    /** Writes a value to linear memory. */
    public abstract void store(LiftLower cx, Val v, int ptr);

    /** Reads a value from core values. */
    public abstract Val liftFlat(LiftLower cx, CoreValues vi);

    /** Writes a value to core values. */
    public abstract void lowerFlat(LiftLower cx, Val v, CoreValues out);

    /** Reads a value from linear memory and tells it; makes no {@link Val}. */
    public abstract void visit(LiftLower cx, int ptr, ValVisitor visitor);

    /**
     * Lifts a value from one guest's memory and lowers it at once into another's: what the guests can
     * see of it is what {@link #load} and {@link #store} would let them see, but no {@link Val} is
     * made. Resource ids are looked up where the value goes.
     *
     * @param src within the memory of {@code from}
     * @param dst within the memory of {@code to}
     */
    public abstract void transfer(LiftLower from, int src, LiftLower to, int dst);

    /** As {@link #transfer}, from core values to core values. */
    public abstract void transferFlat(LiftLower from, CoreValues vi, LiftLower to, CoreValues out);

    /**
     * Whether a value is nothing but scalars, one after the other without gaps: values of a list are
     * then transferred in blocks. Gaps are not passed on, since they may hold what the guest keeps to
     * itself.
     */
    boolean isDense() {
        return false;
    }

    /** Whether a value {@link #isDense() is dense} and any bits are one, to be passed on as they are. */
    boolean isPlain() {
        return false;
    }

    /** Makes the bytes of a dense value canonical; traps where they are none. */
    void canonicalize(byte[] bytes, int at) {
        throw new IllegalStateException("the value is not dense");
    }

    /** {@code v} as the kind of value that this codec takes. */
    static <T extends Val> T expect(Class<T> kind, Val v) {
        if (!kind.isInstance(v)) {
            throw new IllegalArgumentException(
                    "a value of kind "
                            + kind.getSimpleName()
                            + " is expected and "
                            + v
                            + " was given");
        }
        return kind.cast(v);
    }

    /** {@code v} where it lies in the range of its type. */
    static long inRange(long v, long min, long max) {
        if (v < min || v > max) {
            throw new IllegalArgumentException(v + " is not between " + min + " and " + max);
        }
        return v;
    }

    /** {@code align_to}. */
    static long alignTo(long offset, int alignment) {
        return offset + alignment - 1 & -alignment;
    }
}

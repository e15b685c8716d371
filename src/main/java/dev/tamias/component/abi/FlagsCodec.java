package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** flags, at most 32 labels */
final class FlagsCodec extends ScalarCodec {

    private final int mask;

    FlagsCodec(int labels) {
        super(size(labels), CoreValType.I32);
        this.mask = labels == 32 ? -1 : (1 << labels) - 1;
    }

    @Override
    long canonical(long bits) {
        return bits & mask & 0xffffffffL;
    }

    @Override
    boolean isPlain() {
        return Integer.bitCount(mask) == 8 * size();
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return new Val.Flags(read(cx, ptr) & mask);
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return new Val.Flags(vi.nextI32() & mask);
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        UnsignedInts.write(cx.memory(), ptr, size(), lowered(v));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI32(lowered(v));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        visitor.flags(read(cx, ptr) & mask);
    }

    /** {@code elem_size_flags}, and as much their alignment. */
    private static int size(int labels) {
        if (labels <= 8) {
            return 1;
        }
        return labels <= 16 ? 2 : 4;
    }

    private int read(LiftLower cx, int ptr) {
        return (int) UnsignedInts.read(cx.memory(), ptr, size());
    }

    private int lowered(Val v) {
        int bits = expect(Val.Flags.class, v).bits();
        if ((bits & ~mask) != 0) {
            throw new IllegalArgumentException("flags are set that have no label");
        }
        return bits;
    }
}

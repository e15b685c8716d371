package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** enum: cases without payloads. */
final class EnumCodec extends ScalarCodec {

    private final int labels;

    EnumCodec(int labels) {
        super(CaseCodec.discriminantSize(labels), CoreValType.I32);
        this.labels = labels;
    }

    @Override
    long canonical(long bits) {
        return CaseCodec.checked(bits, labels);
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return new Val.EnumCase(read(cx, ptr));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return new Val.EnumCase(CaseCodec.checked(vi.nextI32() & 0xffffffffL, labels));
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
        visitor.enumCase(read(cx, ptr));
    }

    private int read(LiftLower cx, int ptr) {
        return CaseCodec.checked(UnsignedInts.read(cx.memory(), ptr, size()), labels);
    }

    private int lowered(Val v) {
        return (int) inRange(expect(Val.EnumCase.class, v).index(), 0, labels - 1);
    }
}

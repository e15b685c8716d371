package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** bool */
final class BoolCodec extends ScalarCodec {

    BoolCodec() {
        super(1, CoreValType.I32);
    }

    @Override
    long canonical(long bits) {
        return bits == 0 ? 0 : 1;
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return new Val.Bool(cx.memory().readByte(ptr) != 0);
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return new Val.Bool(vi.nextI32() != 0);
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeByte(ptr, (byte) lowered(v));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI32(lowered(v));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        visitor.bool(cx.memory().readByte(ptr) != 0);
    }

    private static int lowered(Val v) {
        return expect(Val.Bool.class, v).value() ? 1 : 0;
    }
}

package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** f32; every NaN becomes the canonical one, both ways */
final class FloatCodec extends ScalarCodec {

    FloatCodec() {
        super(4, CoreValType.F32);
    }

    @Override
    long canonical(long bits) {
        return Float.floatToIntBits(Float.intBitsToFloat((int) bits)) & 0xffffffffL;
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return new Val.F32(decode(cx.memory().readInt(ptr)));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return new Val.F32(decode(vi.nextI32()));
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeInt(ptr, encode(v));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI32(encode(v));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        visitor.f32(decode(cx.memory().readInt(ptr)));
    }

    private static float decode(int bits) {
        float value = Float.intBitsToFloat(bits);
        return Float.isNaN(value) ? Float.NaN : value;
    }

    private static int encode(Val v) {
        return Float.floatToIntBits(expect(Val.F32.class, v).value());
    }
}

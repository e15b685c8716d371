package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** f64; every NaN becomes the canonical one, both ways */
final class DoubleCodec extends ScalarCodec {

    DoubleCodec() {
        super(8, CoreValType.F64);
    }

    @Override
    long canonical(long bits) {
        return Double.doubleToLongBits(Double.longBitsToDouble(bits));
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return new Val.F64(decode(cx.memory().readLong(ptr)));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return new Val.F64(decode(vi.nextI64()));
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeLong(ptr, encode(v));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI64(encode(v));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        visitor.f64(decode(cx.memory().readLong(ptr)));
    }

    private static double decode(long bits) {
        double value = Double.longBitsToDouble(bits);
        return Double.isNaN(value) ? Double.NaN : value;
    }

    private static long encode(Val v) {
        return Double.doubleToLongBits(expect(Val.F64.class, v).value());
    }
}

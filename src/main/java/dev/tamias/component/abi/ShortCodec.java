package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** s16 and u16 */
final class ShortCodec extends ScalarCodec {

    private final boolean signed;

    ShortCodec(boolean signed) {
        super(2, CoreValType.I32);
        this.signed = signed;
    }

    @Override
    long canonical(long bits) {
        return signed ? (short) bits & 0xffffffffL : bits & 0xffff;
    }

    @Override
    boolean isPlain() {
        return true;
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return lifted(cx.memory().readShort(ptr));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return lifted((short) vi.nextI32());
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeShort(ptr, (short) lowered(v));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI32(lowered(v));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        short bits = cx.memory().readShort(ptr);
        if (signed) {
            visitor.s16(bits);
        } else {
            visitor.u16(bits & 0xffff);
        }
    }

    private Val lifted(short bits) {
        return signed ? new Val.S16(bits) : new Val.U16(bits & 0xffff);
    }

    private int lowered(Val v) {
        return signed
                ? expect(Val.S16.class, v).value()
                : (int) inRange(expect(Val.U16.class, v).value(), 0, 0xffff);
    }
}

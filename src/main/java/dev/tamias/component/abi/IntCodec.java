package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** s32 and u32 */
final class IntCodec extends ScalarCodec {

    private final boolean signed;

    IntCodec(boolean signed) {
        super(4, CoreValType.I32);
        this.signed = signed;
    }

    @Override
    long canonical(long bits) {
        return bits;
    }

    @Override
    boolean isPlain() {
        return true;
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return lifted(cx.memory().readInt(ptr));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return lifted(vi.nextI32());
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeInt(ptr, lowered(v));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI32(lowered(v));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        int bits = cx.memory().readInt(ptr);
        if (signed) {
            visitor.s32(bits);
        } else {
            visitor.u32(bits & 0xffffffffL);
        }
    }

    private Val lifted(int bits) {
        return signed ? new Val.S32(bits) : new Val.U32(bits & 0xffffffffL);
    }

    private int lowered(Val v) {
        return signed
                ? expect(Val.S32.class, v).value()
                : (int) inRange(expect(Val.U32.class, v).value(), 0, 0xffffffffL);
    }
}

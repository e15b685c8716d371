package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** s8 and u8 */
final class ByteCodec extends ScalarCodec {

    private final boolean signed;

    ByteCodec(boolean signed) {
        super(1, CoreValType.I32);
        this.signed = signed;
    }

    @Override
    long canonical(long bits) {
        return signed ? (byte) bits & 0xffffffffL : bits & 0xff;
    }

    @Override
    boolean isPlain() {
        return true;
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return lifted(cx.memory().readByte(ptr));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return lifted((byte) vi.nextI32());
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
        byte bits = cx.memory().readByte(ptr);
        if (signed) {
            visitor.s8(bits);
        } else {
            visitor.u8(bits & 0xff);
        }
    }

    private Val lifted(byte bits) {
        return signed ? new Val.S8(bits) : new Val.U8((short) (bits & 0xff));
    }

    private int lowered(Val v) {
        return signed
                ? expect(Val.S8.class, v).value()
                : (int) inRange(expect(Val.U8.class, v).value(), 0, 0xff);
    }
}

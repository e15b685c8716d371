package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;

/** s64 and u64 */
final class LongCodec extends ScalarCodec {

    private final boolean signed;

    LongCodec(boolean signed) {
        super(8, CoreValType.I64);
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
        return lifted(cx.memory().readLong(ptr));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return lifted(vi.nextI64());
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeLong(ptr, lowered(v));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI64(lowered(v));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        long bits = cx.memory().readLong(ptr);
        if (signed) {
            visitor.s64(bits);
        } else {
            visitor.u64(bits);
        }
    }

    private Val lifted(long bits) {
        return signed ? new Val.S64(bits) : new Val.U64(bits);
    }

    private long lowered(Val v) {
        return signed ? expect(Val.S64.class, v).value() : expect(Val.U64.class, v).bits();
    }
}

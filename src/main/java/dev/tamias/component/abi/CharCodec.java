package dev.tamias.component.abi;

import dev.tamias.engine.Rule;
import dev.tamias.engine.binary.CoreValType;

/** char: a Unicode scalar value */
final class CharCodec extends ScalarCodec {

    CharCodec() {
        super(4, CoreValType.I32);
    }

    @Override
    long canonical(long bits) {
        return checked((int) bits);
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return new Val.Char(checked(cx.memory().readInt(ptr)));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return new Val.Char(checked(vi.nextI32()));
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
        visitor.character(checked(cx.memory().readInt(ptr)));
    }

    private static int checked(int i) {
        Rule.trapIf(i < 0 || i >= 0x110000, "invalid `char` bit pattern: beyond U+10FFFF");
        Rule.trapIf(isSurrogate(i), "invalid `char` bit pattern: a surrogate");
        return i;
    }

    private static int lowered(Val v) {
        int i = (int) inRange(expect(Val.Char.class, v).codePoint(), 0, 0x10ffff);
        if (isSurrogate(i)) {
            throw new IllegalArgumentException("a surrogate is no char");
        }
        return i;
    }

    private static boolean isSurrogate(int i) {
        return i >= 0xd800 && i <= 0xdfff;
    }
}

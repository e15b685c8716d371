package dev.tamias.component.abi;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** string: an address and a length. */
final class StringCodec extends Codec {

    StringCodec() {
        super(4, 8, List.of(CoreValType.I32, CoreValType.I32), 64);
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return new Val.Str(read(cx, ptr));
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        int begin = vi.nextI32();
        return new Val.Str(Strings.load(cx, begin, vi.nextI32()));
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeLong(ptr, Strings.store(cx, expect(Val.Str.class, v).value()));
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        long range = Strings.store(cx, expect(Val.Str.class, v).value());
        out.putI32((int) range);
        out.putI32((int) (range >>> 32));
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        if (cx.encoding() == StringEncoding.UTF8) {
            long range = cx.memory().readLong(ptr);
            Strings.visitUtf8(cx, (int) range, (int) (range >>> 32), visitor);
        } else {
            visitor.string(read(cx, ptr));
        }
    }

    @Override
    public void transfer(LiftLower from, int src, LiftLower to, int dst) {
        long range = from.memory().readLong(src);
        long moved = Transcoding.transfer(from, (int) range, (int) (range >>> 32), to);
        to.memory().writeLong(dst, moved);
    }

    @Override
    public void transferFlat(LiftLower from, CoreValues vi, LiftLower to, CoreValues out) {
        int begin = vi.nextI32();
        long range = Transcoding.transfer(from, begin, vi.nextI32(), to);
        out.putI32((int) range);
        out.putI32((int) (range >>> 32));
    }

    private static String read(LiftLower cx, int ptr) {
        long range = cx.memory().readLong(ptr);
        return Strings.load(cx, (int) range, (int) (range >>> 32));
    }
}

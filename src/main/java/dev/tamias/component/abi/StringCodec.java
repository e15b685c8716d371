package dev.tamias.component.abi;

import dev.tamias.engine.CoreMemory;
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
        visitor.string(read(cx, ptr));
    }

    private static String read(LiftLower cx, int ptr) {
        CoreMemory memory = cx.memory();
        return Strings.load(cx, memory.readInt(ptr), memory.readInt(ptr + 4));
    }
}

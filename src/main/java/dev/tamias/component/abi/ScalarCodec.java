package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/**
 * What types have in common whose values are one core value. Lifting and lowering such a value again
 * does no more than to make its bits canonical.
 */
abstract class ScalarCodec extends Codec {

    private final boolean wide;

    ScalarCodec(int size, CoreValType flatType) {
        super(size, size, List.of(flatType), 16);
        this.wide = flatType == CoreValType.I64 || flatType == CoreValType.F64;
    }

    /**
     * The core value that lowering makes of what lifting makes of {@code bits}, both zero-extended;
     * traps where they are no value.
     */
    abstract long canonical(long bits);

    @Override
    public final void transfer(LiftLower from, int src, LiftLower to, int dst) {
        long bits = canonical(UnsignedInts.read(from.memory(), src, size()));
        UnsignedInts.write(to.memory(), dst, size(), bits);
    }

    @Override
    public final void transferFlat(LiftLower from, CoreValues vi, LiftLower to, CoreValues out) {
        out.putI64(canonical(wide ? vi.nextI64() : vi.nextI32() & 0xffffffffL));
    }

    @Override
    final boolean isDense() {
        return true;
    }

    @Override
    final void canonicalize(byte[] bytes, int at) {
        UnsignedInts.write(bytes, at, size(), canonical(UnsignedInts.read(bytes, at, size())));
    }
}

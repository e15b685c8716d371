package dev.tamias.engine;

import com.dylibso.chicory.runtime.TagInstance;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.TagType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An exception tag as one module sees it.
 *
 * <p>Chicory compares the types of imported tags, not the tags. So a tag shows its real type while it
 * is linked, and from then on a type that no other tag has: the same parameters, and its number
 * written in results, of which real tags have none.
 */
final class GuestTag extends TagInstance {

    private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

    private static final List<ValType> DIGITS =
            List.of(ValType.I32, ValType.I64, ValType.F32, ValType.F64);

    private final FunctionType real;
    private final FunctionType unique;
    private boolean linked;

    private GuestTag(TagType tag, FunctionType real, FunctionType unique) {
        super(tag, real);
        this.real = real;
        this.unique = unique;
    }

    /** A new tag. */
    static GuestTag create(TagType tag, FunctionType real) {
        List<ValType> digits = new ArrayList<>();
        // The lowest digits first: tags of one instance differ there.
        for (int rest = LAST_NUMBER.incrementAndGet(); rest != 0; rest >>>= 2) {
            digits.add(DIGITS.get(rest & 3));
        }
        return new GuestTag(tag, real, FunctionType.of(real.params(), digits));
    }

    /** The same tag as a module sees it that imports it. */
    GuestTag seenBy(TagType tag) {
        return new GuestTag(tag, real, unique);
    }

    /** To be called once the module is linked, before it runs. */
    void linked() {
        linked = true;
    }

    @Override
    public FunctionType type() {
        return linked ? unique : real;
    }
}

package dev.tamias.wasi;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Trap;
import java.util.List;
import java.util.Set;

/**
 * The arguments of a host function. A component states itself with which type it imports a function,
 * so an argument that is missing or of another type than WASI's traps.
 */
record Arguments(List<Val> values) {

    private <T extends Val> T at(int index, Class<T> type) {
        if (index >= values.size() || !type.isInstance(values.get(index))) {
            throw new Trap(
                    "a WASI function was imported with another type: argument "
                            + index
                            + " is no "
                            + type.getSimpleName());
        }
        return type.cast(values.get(index));
    }

    /** Unsigned. */
    long u64(int index) {
        return at(index, Val.U64.class).bits();
    }

    int u8(int index) {
        return at(index, Val.U8.class).value();
    }

    String string(int index) {
        return at(index, Val.Str.class).value();
    }

    byte[] bytes(int index) {
        return at(index, Val.Bytes.class).value();
    }

    List<Val> list(int index) {
        return at(index, Val.ListOf.class).elements();
    }

    Val.Variant variant(int index) {
        return at(index, Val.Variant.class);
    }

    boolean isOk(int index) {
        return at(index, Val.Result.class).isOk();
    }

    Resource resource(int index) {
        return at(index, Val.Handle.class).resource();
    }

    /** The flags that are set; unknown ones are left out. */
    <E extends Enum<E>> Set<E> flags(int index, Class<E> type) {
        return Cases.flags(at(index, Val.Flags.class).bits(), type);
    }

    /** Whether the one flag of {@code path-flags} is set. */
    boolean followsLinks(int index) {
        return (at(index, Val.Flags.class).bits() & 1) != 0;
    }
}

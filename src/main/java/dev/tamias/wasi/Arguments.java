package dev.tamias.wasi;

import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Rule;
import dev.tamias.engine.Trap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    int u16(int index) {
        return at(index, Val.U16.class).value();
    }

    /** Unsigned. */
    long u32(int index) {
        return at(index, Val.U32.class).value();
    }

    boolean bool(int index) {
        return at(index, Val.Bool.class).value();
    }

    /** The fields of a record, or the elements of a tuple, as arguments of their own. */
    Arguments parts(int index) {
        return index < values.size() && values.get(index) instanceof Val.Tuple tuple
                ? new Arguments(tuple.elements())
                : new Arguments(at(index, Val.Record.class).fields());
    }

    /** The value of an option as an argument of its own; null where there is none. */
    @Nullable Arguments option(int index) {
        Val value = at(index, Val.Option.class).value();
        return value == null ? null : new Arguments(List.of(value));
    }

    <E extends Enum<E>> E enumCase(int index, Class<E> type) {
        E[] cases = type.getEnumConstants();
        int number = at(index, Val.EnumCase.class).index();
        Rule.trapIf(number >= cases.length, "a WASI function was imported with another enum");
        return cases[number];
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

package dev.tamias.wasi;

import dev.tamias.component.abi.Val;
import java.util.EnumSet;
import java.util.Set;

/** The enums and flags of WASI's interfaces as values: their order is part of the interface. */
@SuppressWarnings("EnumOrdinal")
final class Cases {

    private Cases() {}

    /** The value of an enum that names one of several cases. */
    static Val value(Enum<?> of) {
        return new Val.EnumCase(of.ordinal());
    }

    /** The value of flags. */
    static Val value(Set<? extends Enum<?>> flags) {
        int bits = 0;
        for (Enum<?> flag : flags) {
            bits |= 1 << flag.ordinal();
        }
        return new Val.Flags(bits);
    }

    /** The flags that are set; unknown ones are left out. */
    static <E extends Enum<E>> Set<E> flags(int bits, Class<E> type) {
        Set<E> flags = EnumSet.noneOf(type);
        for (E flag : type.getEnumConstants()) {
            if ((bits >> flag.ordinal() & 1) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}

package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType;
import dev.tamias.engine.binary.BinaryReader;
import java.util.Locale;

/** The sorts of the binary format, core sorts among them (Binary.md, {@code sort}). */
enum AliasSort {
    CORE_FUNC,
    CORE_TABLE,
    CORE_MEMORY,
    CORE_GLOBAL,
    CORE_TAG,
    CORE_TYPE,
    CORE_MODULE,
    CORE_INSTANCE,
    FUNC,
    TYPE,
    COMPONENT,
    INSTANCE;

    /** A {@code sort}. */
    static AliasSort read(BinaryReader in) {
        int offset = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> readCore(in);
            case 0x01 -> FUNC;
            case 0x02 -> throw BrokenRule.unsupported(offset, "value definition");
            case 0x03 -> TYPE;
            case 0x04 -> COMPONENT;
            case 0x05 -> INSTANCE;
            default -> throw Tokens.unknown(offset, code, "sort");
        };
    }

    /** A {@code core:sort}. */
    static AliasSort readCore(BinaryReader in) {
        int offset = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> CORE_FUNC;
            case 0x01 -> CORE_TABLE;
            case 0x02 -> CORE_MEMORY;
            case 0x03 -> CORE_GLOBAL;
            case 0x04 -> CORE_TAG;
            case 0x10 -> CORE_TYPE;
            case 0x11 -> CORE_MODULE;
            case 0x12 -> CORE_INSTANCE;
            default -> throw Tokens.unknown(offset, code, "core sort");
        };
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether something of that type is of this sort. */
    boolean fits(ExternType type) {
        return switch (this) {
            case CORE_MODULE -> type instanceof ExternType.Module;
            case FUNC -> type instanceof ExternType.Func;
            case TYPE -> type instanceof ExternType.Type;
            case COMPONENT -> type instanceof ExternType.Component;
            case INSTANCE -> type instanceof ExternType.Instance;
            default -> false;
        };
    }

    /** The sort of a component's item. */
    Sort sort(int offset) {
        return switch (this) {
            case CORE_MODULE -> Sort.CORE_MODULE;
            case FUNC -> Sort.FUNC;
            case TYPE -> Sort.TYPE;
            case COMPONENT -> Sort.COMPONENT;
            case INSTANCE -> Sort.INSTANCE;
            default -> throw BrokenRule.invalid(offset, "a " + title() + " cannot stand here");
        };
    }

    /** The sort of a core item. */
    CoreSort coreSort(int offset) {
        return switch (this) {
            case CORE_FUNC -> CoreSort.FUNC;
            case CORE_TABLE -> CoreSort.TABLE;
            case CORE_MEMORY -> CoreSort.MEMORY;
            case CORE_GLOBAL -> CoreSort.GLOBAL;
            case CORE_TAG -> CoreSort.TAG;
            default -> throw BrokenRule.invalid(offset, "a " + title() + " cannot stand here");
        };
    }
}

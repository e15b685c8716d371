package dev.tamias.engine.binary;

/**
 * Reads the types of tables, memories, globals and tags (core specification, "External Types" of the
 * binary format and of the validation).
 */
final class ExternTypeReader {

    /** Bits of the byte before limits. */
    private static final int MAX = 1;

    private static final int SHARED = 2;
    private static final int ADDRESS_64 = 4;
    private static final int PAGE_SIZE = 8;

    private static final long MOST_PAGES = 1L << 16;
    private static final long MOST_PAGES_64 = 1L << 48;
    private static final long MOST_ELEMENTS = (1L << 32) - 1;
    private static final long NO_LIMIT = -1;

    private final ModuleTypes types;

    ExternTypeReader(ModuleTypes types) {
        this.types = types;
    }

    /** A table type. */
    ModuleContext.Table table(BinaryReader in) {
        int offset = in.position();
        int element = types.resolve(TypeCode.readReference(in), offset);
        int start = in.position();
        int flags = in.u8();
        if ((flags & ~(MAX | ADDRESS_64)) != 0) {
            throw new MalformedBinary(start, "0x" + Integer.toHexString(flags) + " are no limits");
        }
        boolean address64 = (flags & ADDRESS_64) != 0;
        long[] limits = limits(flags, in, address64 ? NO_LIMIT : MOST_ELEMENTS, "elements");
        return new ModuleContext.Table(element, limits[0], limits[1], address64);
    }

    /** A memory type. */
    CoreType.Memory memory(BinaryReader in) {
        int start = in.position();
        int flags = in.u8();
        if (flags < 2 * PAGE_SIZE && (flags & PAGE_SIZE) != 0) {
            throw new UnsupportedFeature(start, "custom page sizes");
        }
        if ((flags & ~(MAX | SHARED | ADDRESS_64)) != 0) {
            throw new MalformedBinary(start, "0x" + Integer.toHexString(flags) + " are no limits");
        }
        boolean shared = (flags & SHARED) != 0;
        if (shared && (flags & MAX) == 0) {
            throw new InvalidModule(start, "a shared memory states no maximum");
        }
        boolean address64 = (flags & ADDRESS_64) != 0;
        long[] limits = limits(flags, in, address64 ? MOST_PAGES_64 : MOST_PAGES, "pages");
        return new CoreType.Memory(limits[0], limits[1], shared, address64);
    }

    /** Minimum and maximum, the latter −1 where none is stated. */
    private static long[] limits(int flags, BinaryReader in, long most, String title) {
        int offset = in.position();
        long min = in.u64();
        long max = (flags & MAX) == 0 ? NO_LIMIT : in.u64();
        if (Long.compareUnsigned(min, most) > 0
                || max != NO_LIMIT && Long.compareUnsigned(max, most) > 0) {
            throw new InvalidModule(
                    offset,
                    "there cannot be more than " + Long.toUnsignedString(most) + " " + title);
        }
        if (max != NO_LIMIT && Long.compareUnsigned(min, max) > 0) {
            throw new InvalidModule(
                    offset, "the minimum of " + title + " is larger than the maximum");
        }
        return new long[] {min, max};
    }

    /** A global type. */
    ModuleContext.Global global(BinaryReader in) {
        int offset = in.position();
        int type = types.resolve(TypeCode.read(in), offset);
        return new ModuleContext.Global(type, in.flag("mutability"));
    }

    /** The index of a tag's type, a function without results. */
    int tag(BinaryReader in) {
        int offset = in.position();
        if (in.u8() != 0) {
            throw new MalformedBinary(offset, "this is no exception tag");
        }
        int index = in.index();
        SubType type = types.func(index, offset);
        if (type.results.length > 0) {
            throw new InvalidModule(offset, "an exception tag is of type " + type);
        }
        return index;
    }

    /** The index of a function's type. */
    int func(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        types.func(index, offset);
        return index;
    }

    /** What a table is outside of the module. */
    CoreType.Table outward(ModuleContext.Table table) {
        return new CoreType.Table(
                types.valType(table.element()), table.min(), table.max(), table.address64());
    }

    /** What a global is outside of the module. */
    CoreType.Global outward(ModuleContext.Global global) {
        return new CoreType.Global(types.valType(global.type()), global.mutable());
    }
}

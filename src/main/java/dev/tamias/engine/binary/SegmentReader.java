package dev.tamias.engine.binary;

/**
 * Reads element and data segments (core specification, "Element Section", "Data Section"; "Element
 * Segments", "Data Segments" of the validation).
 */
final class SegmentReader {

    /** Bits of the number that an element segment starts with. */
    private static final int PASSIVE = 1;

    private static final int EXPLICIT = 2;
    private static final int EXPRESSIONS = 4;

    private final ModuleContext context;
    private final ExpressionValidator expressions;

    SegmentReader(ModuleContext context, ExpressionValidator expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** An element segment; appends to the context. */
    void element(BinaryReader in) {
        int start = in.position();
        int flags = in.index();
        if (flags > 7) {
            throw new MalformedBinary(start, flags + " are no flags of an element segment");
        }
        boolean explicit = (flags & EXPLICIT) != 0;
        boolean active = (flags & PASSIVE) == 0;
        int table = 0;
        if (active) {
            table = explicit ? in.index() : 0;
            expressions.constant(context.table(table, start).addressType(), in);
        }
        boolean listed = (flags & EXPRESSIONS) == 0;
        int type = listed ? TypeCode.nonNull(TypeCode.FUNC) : TypeCode.FUNCREF;
        if (explicit || !active) {
            int offset = in.position();
            if (!listed) {
                type = context.types.resolve(TypeCode.readReference(in), offset);
            } else if (in.u8() != 0) {
                throw new MalformedBinary(offset, "this is no kind of elements");
            }
        }
        if (active && !context.types.matches(type, context.table(table, start).element())) {
            throw new InvalidModule(
                    start,
                    "a segment of type "
                            + TypeCode.toString(type)
                            + " is for a table of type "
                            + TypeCode.toString(context.table(table, start).element()));
        }
        elements(type, listed, in);
        context.elements.add(type);
    }

    private void elements(int type, boolean listed, BinaryReader in) {
        for (int left = in.count(); left > 0; left--) {
            if (listed) {
                int offset = in.position();
                context.refer(in.index(), offset);
            } else {
                expressions.constant(type, in);
            }
        }
    }

    /** A data segment. */
    void data(BinaryReader in) {
        int start = in.position();
        int mode = in.index();
        if (mode > 2) {
            throw new MalformedBinary(start, mode + " is no mode of a data segment");
        }
        if (mode != 1) {
            int memory = mode == 2 ? in.index() : 0;
            expressions.constant(context.memory(memory, start), in);
        }
        in.skip(in.u32());
    }
}

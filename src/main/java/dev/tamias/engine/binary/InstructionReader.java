package dev.tamias.engine.binary;

import java.util.Arrays;

/**
 * Reads instructions one after the other, each with its immediates (core specification, "Binary
 * Format", "Instructions"). What an immediate refers to is not looked at.
 */
final class InstructionReader {

    private static final int MOST_IMMEDIATES = 4;

    /** No value type and no type index. */
    private static final int EMPTY_BLOCK = 0x40;

    private final BinaryReader in;
    private final int[] starts = new int[MOST_IMMEDIATES];
    private final int[] values = new int[MOST_IMMEDIATES];
    private int start;
    private int[] list = new int[16];
    private int size;
    private int memory;
    private boolean typed;
    private long offset;

    InstructionReader(BinaryReader in) {
        this.in = in;
    }

    boolean atEnd() {
        return in.atEnd();
    }

    /** Reads the next instruction; what the methods below give is of this one. */
    Instruction next() {
        start = in.position();
        Instruction instruction = InstructionSet.read(in);
        Immediate[] immediates = instruction.immediates;
        for (int i = 0; i < immediates.length; i++) {
            starts[i] = in.position();
            values[i] = immediates[i].isIndex() ? in.index() : read(immediates[i]);
        }
        return instruction;
    }

    /** Where the instruction starts. */
    int start() {
        return start;
    }

    /** Where it ends. */
    int end() {
        return in.position();
    }

    /** Where the immediate starts. */
    int start(int immediate) {
        return starts[immediate];
    }

    /**
     * The value of an immediate: the index, the byte of a lane or of flags, the type's code, for a memory
     * access the alignment's exponent.
     */
    int value(int immediate) {
        return values[immediate];
    }

    /** The labels, the types, or the catch clauses: four numbers each, kind, tag, label, place. */
    int[] list() {
        return list;
    }

    /** How much of {@link #list()} is in use. */
    int size() {
        return size;
    }

    /** The memory that is accessed. */
    int memory() {
        return memory;
    }

    /** The offset of the access, unsigned. */
    long offset() {
        return offset;
    }

    /** Whether the block's type is a type index. */
    boolean isBlockTypeIndex() {
        return typed;
    }

    private int read(Immediate immediate) {
        return switch (immediate) {
            case TYPE, FUNC, TABLE, MEMORY, GLOBAL, TAG, LOCAL, LABEL, DATA, ELEM, FIELD, COUNT ->
                    in.index();
            case LABELS -> labels();
            case BLOCK_TYPE -> blockType();
            case CATCHES -> catches();
            case HEAP_TYPE -> TypeCode.readHeap(in);
            case CAST_FLAGS -> flags();
            case VAL_TYPES -> valTypes();
            case MEM_ARG -> memArg();
            case LANE -> in.u8();
            case LANES -> lanes();
            case I32 -> (int) in.signed(32);
            case I64 -> (int) in.signed(64);
            case F32 -> skip(4);
            case F64 -> skip(8);
            case V128 -> skip(16);
            case ZERO -> zero();
        };
    }

    private int skip(int bytes) {
        in.skip(bytes);
        return 0;
    }

    private void add(int value) {
        if (size == list.length) {
            list = Arrays.copyOf(list, 2 * size);
        }
        list[size++] = value;
    }

    private int labels() {
        size = 0;
        for (int left = in.count(); left >= 0; left--) {
            add(in.index());
        }
        return 0;
    }

    private int blockType() {
        int opcode = in.peek();
        typed = false;
        if (opcode == EMPTY_BLOCK) {
            in.skip(1);
            return TypeCode.BOTTOM;
        }
        if ((opcode & 0xc0) == EMPTY_BLOCK) {
            return TypeCode.read(in);
        }
        long index = in.signed(33);
        if (index < 0) {
            throw new MalformedBinary(starts[0], "this is no block type");
        }
        typed = true;
        return (int) Math.min(index, Integer.MAX_VALUE);
    }

    private int catches() {
        size = 0;
        for (int left = in.count(); left > 0; left--) {
            int place = in.position();
            int kind = in.u8();
            if (kind > 3) {
                throw new MalformedBinary(place, kind + " is no kind of catch clause");
            }
            add(kind);
            add(kind < 2 ? in.index() : 0);
            add(in.index());
            add(place);
        }
        return 0;
    }

    private int flags() {
        int place = in.position();
        int flags = in.u8();
        if (flags > 3) {
            throw new MalformedBinary(place, flags + " are no flags of a cast");
        }
        return flags;
    }

    private int valTypes() {
        size = 0;
        for (int left = in.count(); left > 0; left--) {
            add(TypeCode.read(in));
        }
        return 0;
    }

    /** The alignment's exponent; the bit above it says that a memory is named. */
    private int memArg() {
        int place = in.position();
        long flags = in.u32();
        if (flags >= 0x80) {
            throw new MalformedBinary(place, "the alignment's exponent is too large");
        }
        memory = (flags & 0x40) == 0 ? 0 : in.index();
        offset = in.u64();
        return (int) flags & 0x3f;
    }

    private int lanes() {
        size = 0;
        for (int i = 0; i < 16; i++) {
            add(in.u8());
        }
        return 0;
    }

    private int zero() {
        int place = in.position();
        if (in.u8() != 0) {
            throw new MalformedBinary(place, "this byte must be zero");
        }
        return 0;
    }
}

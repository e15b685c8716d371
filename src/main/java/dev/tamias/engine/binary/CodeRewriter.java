package dev.tamias.engine.binary;

import java.util.BitSet;

/**
 * Copies the code of a valid module, with another immediate or another instruction in the place of a
 * few; see {@link Edits}. All other bytes stay as they are.
 */
final class CodeRewriter {

    /** What is written in the place of what is read. */
    interface Edits {
        /** The index of the type in the new type list. */
        int type(int index);

        /** The global that holds a reference to the function. */
        int referenceTo(int function);

        /** Whether the type is a function's. */
        boolean isFunction(int type);

        /** The table that a reference is put into to be called. */
        int callTable();

        /** The global that a reference is kept in before it is put into that table. */
        int callGlobal();
    }

    private static final int RETURN = 0x0f;
    private static final int CALL = 0x10;
    private static final int CALL_INDIRECT = 0x11;
    private static final int GLOBAL_GET = 0x23;
    private static final int GLOBAL_SET = 0x24;
    private static final int TABLE_SET = 0x26;
    private static final int I32_CONST = 0x41;
    private static final int VECTOR = 0xfd;

    private final BinaryReader in;
    private final InstructionReader instructions;
    private final byte[] source;
    private final BinaryWriter out;
    private final Edits edits;
    private final BitSet tries = new BitSet();
    private int depth;
    private int copied;

    /**
     * @param in placed at the first byte to copy
     * @param source the bytes that {@code in} reads
     */
    CodeRewriter(BinaryReader in, byte[] source, BinaryWriter out, Edits edits) {
        this.in = in;
        this.instructions = new InstructionReader(in);
        this.source = source;
        this.out = out;
        this.edits = edits;
        this.copied = in.position();
    }

    /** Copies what was passed and not replaced. */
    void flush() {
        flush(in.position(), in.position());
    }

    private void flush(int to, int next) {
        out.bytes(source, copied, to);
        copied = next;
    }

    /** Copies one constant expression. Its references to functions stay as they are. */
    void expression() {
        Instruction instruction;
        do {
            instruction = instructions.next();
            immediates(instruction);
        } while (opcode() != 0x0b);
        flush();
    }

    /** Copies a function body: its locals, then its instructions to the end of the reader. */
    void body() {
        for (int groups = in.count(); groups > 0; groups--) {
            in.u32();
            valType();
        }
        while (!in.atEnd()) {
            instruction(instructions.next());
        }
        flush();
    }

    /** Copies a value type. */
    void valType() {
        int start = in.position();
        int type = TypeCode.read(in);
        if (TypeCode.isConcrete(type)) {
            flush(start, in.position());
        }
        type(type, TypeCode.isConcrete(type));
    }

    private void type(int type, boolean replaced) {
        if (type == TypeCode.V128) {
            throw new UnsupportedFeature(in.position() - 1L, "SIMD");
        }
        if (!replaced) {
            return;
        }
        if (!TypeCode.isReference(type)) {
            out.u8(type);
            return;
        }
        out.u8(TypeCode.isNullable(type) ? TypeCode.REF_NULL : TypeCode.REF);
        heapType(TypeCode.heap(type));
    }

    private void heapType(int heap) {
        if (TypeCode.isConcrete(heap)) {
            out.signed(edits.type(TypeCode.index(heap)));
        } else {
            out.u8(heap);
        }
    }

    private int opcode() {
        return source[instructions.start()] & 0xff;
    }

    private void instruction(Instruction instruction) {
        switch (opcode()) {
            case 0x02, 0x03, 0x04, 0x1f -> {
                immediates(instruction);
                depth++;
                tries.set(depth, opcode() == 0x1f);
            }
            case 0x0b -> {
                tries.clear(depth);
                depth--;
            }
            case 0x12 -> {
                replace();
                out.u8(CALL).u32(instructions.value(0));
                tailCall();
            }
            case 0x13 -> {
                replace();
                callIndirect(instructions.value(0), instructions.value(1));
                tailCall();
            }
            case 0x14 -> callReference();
            case 0x15 -> {
                callReference();
                tailCall();
            }
            case 0xd2 -> {
                replace();
                out.u8(GLOBAL_GET).u32(edits.referenceTo(instructions.value(0)));
            }
            default -> immediates(instruction);
        }
    }

    /** Leaves the instruction out. */
    private void replace() {
        flush(instructions.start(), instructions.end());
    }

    /**
     * Ends a call and a return that stand in the place of a tail call. Compiled code has no other, and
     * the interpreter takes the function of a tail call from the caller's module, whoever the table's
     * element belongs to. Handlers around it would catch what the call throws.
     */
    private void tailCall() {
        if (!tries.isEmpty()) {
            throw new UnsupportedFeature(instructions.start(), "tail calls within try_table");
        }
        out.u8(RETURN);
    }

    private void callIndirect(int type, int table) {
        out.u8(CALL_INDIRECT).u32(edits.type(type)).u32(table);
    }

    /** Chicory calls a reference only within its own module, and through a table in any. */
    private void callReference() {
        replace();
        int global = edits.callGlobal();
        int table = edits.callTable();
        out.u8(GLOBAL_SET).u32(global);
        out.u8(I32_CONST).signed(0).u8(GLOBAL_GET).u32(global).u8(TABLE_SET).u32(table);
        out.u8(I32_CONST).signed(0);
        callIndirect(instructions.value(0), table);
    }

    /** Copies the instruction with other type indices. */
    private void immediates(Instruction instruction) {
        if (opcode() == VECTOR) {
            throw new UnsupportedFeature(instructions.start(), "SIMD");
        }
        for (int i = 0; i < instruction.immediates.length; i++) {
            int value = instructions.value(i);
            switch (instruction.immediates[i]) {
                case TYPE -> {
                    skip(instruction, i);
                    out.u32(edits.type(value));
                }
                case HEAP_TYPE -> {
                    requireNoFunctionCast(instruction, value);
                    skip(instruction, i);
                    heapType(value);
                }
                case BLOCK_TYPE -> blockType(instruction, i, value);
                case VAL_TYPES -> {
                    skip(instruction, i);
                    out.u32(instructions.size());
                    for (int each = 0; each < instructions.size(); each++) {
                        type(instructions.list()[each], true);
                    }
                }
                default -> {}
            }
        }
    }

    /** Copies up to an immediate, and leaves that out. */
    private void skip(Instruction instruction, int immediate) {
        boolean last = immediate + 1 == instruction.immediates.length;
        flush(
                instructions.start(immediate),
                last ? instructions.end() : instructions.start(immediate + 1));
    }

    private void blockType(Instruction instruction, int immediate, int value) {
        if (instructions.isBlockTypeIndex()) {
            skip(instruction, immediate);
            out.signed(edits.type(value));
            return;
        }
        boolean replaced = TypeCode.isConcrete(value);
        if (replaced) {
            skip(instruction, immediate);
        }
        type(value, replaced);
    }

    /** A cast asks Chicory for the type of a function that is only known by our number. */
    private void requireNoFunctionCast(Instruction instruction, int heap) {
        if (!instruction.name.equals("ref.null")
                && TypeCode.isConcrete(heap)
                && edits.isFunction(TypeCode.index(heap))) {
            throw new UnsupportedFeature(instructions.start(), "casts of function references");
        }
    }
}

package dev.tamias.engine.binary;

import java.util.function.IntUnaryOperator;

/**
 * Walks over instructions (core specification, "Binary Format", "Instructions") and renumbers the
 * type indices in them: block types, {@code call_indirect} and its tail call. All other bytes stay
 * as they are.
 */
final class CodeWalker {

    /** A module uses typed references, whose type indices stand in more places than are renumbered. */
    static final class TypedReferences extends RuntimeException {
        TypedReferences() {
            super("typed references", null, false, false);
        }
    }

    private final BinaryReader in;
    private final byte[] source;
    private final BinaryWriter out;
    private final IntUnaryOperator renumber;
    private int copied;

    /**
     * @param in placed at the first byte to copy
     * @param source the bytes that {@code in} reads
     */
    CodeWalker(BinaryReader in, byte[] source, BinaryWriter out, IntUnaryOperator renumber) {
        this.in = in;
        this.source = source;
        this.out = out;
        this.renumber = renumber;
        this.copied = in.position();
    }

    /** Passes over one constant expression. */
    static void skipExpression(BinaryReader in) {
        int depth = 1;
        CodeWalker walker = new CodeWalker(in, new byte[0], new BinaryWriter(0), index -> index);
        try {
            while (depth > 0) {
                depth += walker.instruction();
            }
        } catch (TypedReferences e) {
            throw in.malformed(
                    "a constant expression uses typed references, which are not supported");
        }
    }

    /** Copies a function body: its locals, then its instructions to the end of the reader. */
    void body() {
        int groups = in.count();
        for (int i = 0; i < groups; i++) {
            in.u32();
            valType();
        }
        while (!in.atEnd()) {
            instruction();
        }
        flush(in.position());
    }

    private void flush(int to) {
        out.bytes(source, copied, to);
        copied = to;
    }

    private void valType() {
        int type = in.u8();
        if (type == 0x63 || type == 0x64) {
            throw new TypedReferences();
        }
    }

    /** Replaces the type index that comes next. */
    private void typeIndex() {
        int start = in.position();
        int index = in.index();
        if (source.length > 0) {
            flush(start);
            out.u32(renumber.applyAsInt(index));
            copied = in.position();
        }
    }

    private void blockType() {
        int start = in.position();
        long type = in.signed(33);
        if (type >= 0 && source.length > 0) {
            flush(start);
            out.signed(renumber.applyAsInt((int) type));
            copied = in.position();
        } else if (type == -29 || type == -28) {
            throw new TypedReferences();
        }
    }

    /** Passes one instruction and says by how much it changes the nesting. */
    private int instruction() {
        int opcode = in.u8();
        if (opcode >= 0x28 && opcode <= 0x3e) {
            memArg();
            return 0;
        }
        if (opcode >= 0x45 && opcode <= 0xc4) {
            return 0;
        }
        switch (opcode) {
            case 0x02, 0x03, 0x04, 0x06 -> {
                blockType();
                return 1;
            }
            case 0x1f -> {
                blockType();
                catches();
                return 1;
            }
            case 0x0b, 0x18 -> {
                if (opcode == 0x18) {
                    in.u32();
                }
                return -1;
            }
            case 0x00, 0x01, 0x05, 0x0a, 0x0f, 0x19, 0x1a, 0x1b, 0xd1, 0xd3, 0xd4 -> {}
            case 0x07,
                    0x08,
                    0x09,
                    0x0c,
                    0x0d,
                    0x10,
                    0x12,
                    0x20,
                    0x21,
                    0x22,
                    0x23,
                    0x24,
                    0x25,
                    0x26,
                    0x3f,
                    0x40,
                    0xd2,
                    0xd5,
                    0xd6 ->
                    in.u32();
            case 0x0e -> branchTable();
            case 0x11, 0x13 -> {
                typeIndex();
                in.u32();
            }
            case 0x14, 0x15 -> throw new TypedReferences();
            case 0x1c -> select();
            case 0x41 -> in.signed(32);
            case 0x42 -> in.signed(64);
            case 0x43 -> in.skip(4);
            case 0x44 -> in.skip(8);
            case 0xd0 -> heapType();
            case 0xfb -> throw new TypedReferences();
            case 0xfc -> bulk();
            case 0xfd -> vector();
            case 0xfe -> atomic();
            default ->
                    throw in.malformed(
                            "0x" + Integer.toHexString(opcode) + " is no known instruction");
        }
        return 0;
    }

    private void heapType() {
        if (in.signed(33) >= 0) {
            throw new TypedReferences();
        }
    }

    private void memArg() {
        long align = in.u32();
        if ((align & 0x40) != 0) {
            in.u32();
        }
        in.u64();
    }

    private void branchTable() {
        int count = in.count();
        for (int i = 0; i <= count; i++) {
            in.u32();
        }
    }

    private void catches() {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            if (in.u8() < 2) {
                in.u32();
            }
            in.u32();
        }
    }

    private void select() {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            valType();
        }
    }

    private void bulk() {
        long operation = in.u32();
        if (operation > 17) {
            throw in.malformed("0xfc " + operation + " is no known instruction");
        }
        int operands =
                operation < 8
                        ? 0
                        : operation == 8 || operation == 10 || operation == 12 || operation == 14
                                ? 2
                                : 1;
        for (int i = 0; i < operands; i++) {
            in.u32();
        }
    }

    private void vector() {
        long operation = in.u32();
        if (operation <= 11 || operation >= 84 && operation <= 93) {
            memArg();
        }
        if (operation == 12 || operation == 13) {
            in.skip(16);
        } else if (operation >= 21 && operation <= 34 || operation >= 84 && operation <= 91) {
            in.skip(1);
        }
    }

    private void atomic() {
        if (in.u32() == 3) {
            in.skip(1);
        } else {
            memArg();
        }
    }
}

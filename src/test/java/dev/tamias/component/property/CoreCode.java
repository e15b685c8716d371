package dev.tamias.component.property;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** Writes a core function's instructions; the last {@code end} is not among them. */
final class CoreCode {

    /** The number types, in the order of their instructions. */
    static final List<CoreValType> NUMBERS =
            List.of(CoreValType.I32, CoreValType.I64, CoreValType.F32, CoreValType.F64);

    private static final int EMPTY_BLOCK = 0x40;

    private final BinaryWriter out = new BinaryWriter(64);

    /** Instructions without operands, or with operands of one byte. */
    CoreCode op(int... bytes) {
        for (int each : bytes) {
            out.u8(each);
        }
        return this;
    }

    CoreCode localGet(int local) {
        out.u8(0x20).u32(local);
        return this;
    }

    CoreCode localSet(int local) {
        out.u8(0x21).u32(local);
        return this;
    }

    CoreCode localTee(int local) {
        out.u8(0x22).u32(local);
        return this;
    }

    CoreCode globalGet(int global) {
        out.u8(0x23).u32(global);
        return this;
    }

    CoreCode globalSet(int global) {
        out.u8(0x24).u32(global);
        return this;
    }

    CoreCode i32Const(int value) {
        out.u8(0x41).signed(value);
        return this;
    }

    CoreCode i32Add() {
        return op(0x6a);
    }

    CoreCode i32Eq() {
        return op(0x46);
    }

    CoreCode call(int function) {
        out.u8(0x10).u32(function);
        return this;
    }

    CoreCode ifThen() {
        return op(0x04, EMPTY_BLOCK);
    }

    CoreCode end() {
        return op(0x0b);
    }

    /** Loads a whole core value from the address on the stack. */
    CoreCode load(CoreValType type, int offset) {
        return memory(0x28 + NUMBERS.indexOf(type), offset);
    }

    /** Stores a whole core value. */
    CoreCode store(CoreValType type, int offset) {
        return memory(0x36 + NUMBERS.indexOf(type), offset);
    }

    /** Stores the lowest 1 or 2 bytes of an i32, or all 4. */
    CoreCode storeLow(int bytes, int offset) {
        return memory(bytes == 1 ? 0x3a : bytes == 2 ? 0x3b : 0x36, offset);
    }

    private CoreCode memory(int opcode, int offset) {
        out.u8(opcode).u8(0).u32(offset);
        return this;
    }

    CoreCode memoryCopy() {
        return op(0xfc, 0x0a, 0, 0);
    }

    CoreCode memoryFill() {
        return op(0xfc, 0x0b, 0);
    }

    /** Takes a value that a variant joined into a wider slot out of it again. */
    CoreCode narrow(CoreValType have, CoreValType want) {
        if (have == want) {
            return this;
        }
        boolean half = want == CoreValType.I32 || want == CoreValType.F32;
        if (have == CoreValType.I64 && half) {
            op(0xa7);
        }
        if (want == CoreValType.F32) {
            op(0xbe);
        } else if (want == CoreValType.F64) {
            op(0xbf);
        }
        return this;
    }

    byte[] bytes() {
        return out.toBytes();
    }
}

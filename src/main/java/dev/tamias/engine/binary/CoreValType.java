package dev.tamias.engine.binary;

import java.util.Locale;

/** The core value types that a component's boundary can meet, with their binary opcodes. */
public enum CoreValType {
    I32(0x7f),
    I64(0x7e),
    F32(0x7d),
    F64(0x7c),
    V128(0x7b),
    FUNCREF(0x70),
    EXTERNREF(0x6f),
    EXNREF(0x69);

    private final int opcode;

    CoreValType(int opcode) {
        this.opcode = opcode;
    }

    /** The byte that stands for this type in a binary. */
    public int opcode() {
        return opcode;
    }

    /** The type that a byte at {@code offset} stands for. */
    static CoreValType of(int opcode, long offset) {
        for (CoreValType type : values()) {
            if (type.opcode == opcode) {
                return type;
            }
        }
        throw new MalformedBinary(
                offset, "0x" + Integer.toHexString(opcode) + " is no known core value type");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.tamias.component.abi;

import dev.tamias.engine.CoreMemory;

/** Integers of 1, 2 or 4 bytes, as discriminants and flags are (CanonicalABI.md, {@code load_int}). */
final class UnsignedInts {

    private UnsignedInts() {}

    static int read(CoreMemory memory, int ptr, int size) {
        return switch (size) {
            case 1 -> memory.readByte(ptr) & 0xff;
            case 2 -> memory.readShort(ptr) & 0xffff;
            default -> memory.readInt(ptr);
        };
    }

    static void write(CoreMemory memory, int ptr, int size, int value) {
        switch (size) {
            case 1 -> memory.writeByte(ptr, (byte) value);
            case 2 -> memory.writeShort(ptr, (short) value);
            default -> memory.writeInt(ptr, value);
        }
    }
}

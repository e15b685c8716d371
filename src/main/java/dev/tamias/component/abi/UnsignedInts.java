package dev.tamias.component.abi;

import dev.tamias.engine.CoreMemory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Integers of 1, 2, 4 or 8 bytes (CanonicalABI.md, {@code load_int} and {@code store_int}). */
final class UnsignedInts {

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);

    private UnsignedInts() {}

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    static long read(CoreMemory memory, int ptr, int size) {
        return switch (size) {
            case 1 -> memory.readByte(ptr) & 0xff;
            case 2 -> memory.readShort(ptr) & 0xffff;
            case 4 -> memory.readInt(ptr) & 0xffffffffL;
            default -> memory.readLong(ptr);
        };
    }

    static void write(CoreMemory memory, int ptr, int size, long value) {
        switch (size) {
            case 1 -> memory.writeByte(ptr, (byte) value);
            case 2 -> memory.writeShort(ptr, (short) value);
            case 4 -> memory.writeInt(ptr, (int) value);
            default -> memory.writeLong(ptr, value);
        }
    }

    static long read(byte[] bytes, int at, int size) {
        return switch (size) {
            case 1 -> bytes[at] & 0xff;
            case 2 -> (short) SHORTS.get(bytes, at) & 0xffff;
            case 4 -> (int) INTS.get(bytes, at) & 0xffffffffL;
            default -> (long) LONGS.get(bytes, at);
        };
    }

    static void write(byte[] bytes, int at, int size, long value) {
        switch (size) {
            case 1 -> bytes[at] = (byte) value;
            case 2 -> SHORTS.set(bytes, at, (short) value);
            case 4 -> INTS.set(bytes, at, (int) value);
            default -> LONGS.set(bytes, at, value);
        }
    }
}

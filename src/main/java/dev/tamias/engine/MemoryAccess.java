package dev.tamias.engine;

import com.dylibso.chicory.runtime.Memory;

/**
 * How compiled functions read and write memory: the methods that Chicory's compiler calls for it, under
 * its names, written for the engine's own memories. Public for the sake of compiled code only.
 *
 * <p>HotSpot stops to inline into a function when what it has inlined comes to 8,000 bytes; Chicory's
 * way through an interface takes twice as much of that for each access.
 */
public final class MemoryAccess {

    private MemoryAccess() {}

    /** Whether a method of Chicory's is here. */
    static boolean serves(String name) {
        return switch (name) {
            case "memoryReadByte",
                    "memoryReadShort",
                    "memoryReadInt",
                    "memoryReadLong",
                    "memoryWriteByte",
                    "memoryWriteShort",
                    "memoryWriteInt",
                    "memoryWriteLong",
                    "memoryCopy" ->
                    true;
            default -> false;
        };
    }

    public static byte memoryReadByte(int base, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                return guest.bytes()[guest.at(base, offset, 1)];
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 1);
            }
        }
        return memory.read(address(base, offset));
    }

    public static short memoryReadShort(int base, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                return (short) GuestMemory.SHORTS.get(guest.bytes(), guest.at(base, offset, 2));
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 2);
            }
        }
        return memory.readShort(address(base, offset));
    }

    public static int memoryReadInt(int base, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                return (int) GuestMemory.INTS.get(guest.bytes(), guest.at(base, offset, 4));
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 4);
            }
        }
        return memory.readInt(address(base, offset));
    }

    public static long memoryReadLong(int base, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                return (long) GuestMemory.LONGS.get(guest.bytes(), guest.at(base, offset, 8));
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 8);
            }
        }
        return memory.readLong(address(base, offset));
    }

    public static void memoryWriteByte(int base, byte value, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                guest.bytes()[guest.at(base, offset, 1)] = value;
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 1);
            }
        } else {
            memory.writeByte(address(base, offset), value);
        }
    }

    public static void memoryWriteShort(int base, short value, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                GuestMemory.SHORTS.set(guest.bytes(), guest.at(base, offset, 2), value);
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 2);
            }
        } else {
            memory.writeShort(address(base, offset), value);
        }
    }

    public static void memoryWriteInt(int base, int value, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                GuestMemory.INTS.set(guest.bytes(), guest.at(base, offset, 4), value);
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 4);
            }
        } else {
            memory.writeI32(address(base, offset), value);
        }
    }

    public static void memoryWriteLong(int base, long value, int offset, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            try {
                GuestMemory.LONGS.set(guest.bytes(), guest.at(base, offset, 8), value);
            } catch (IndexOutOfBoundsException e) {
                throw guest.outOfBounds(base, offset, 8);
            }
        } else {
            memory.writeLong(address(base, offset), value);
        }
    }

    /** Without the two calls through interfaces that Chicory has before JDK 18 ({@link GuestMemory#copy}). */
    public static void memoryCopy(int destination, int source, int size, Memory memory) {
        if (memory instanceof GuestMemory guest) {
            guest.copy(destination, source, size);
        } else {
            memory.copy(destination, source, size);
        }
    }

    /** From one memory to another, or to itself. */
    public static void memoryCopy(int destination, int source, int size, Memory to, Memory from) {
        if (to == from) {
            memoryCopy(destination, source, size, to);
        } else {
            to.write(destination, from.readBytes(source, size));
        }
    }

    /** As Chicory's: a base beyond 2 GiB stays one, whatever is added. */
    private static int address(int base, int offset) {
        return base < 0 ? base : base + offset;
    }
}

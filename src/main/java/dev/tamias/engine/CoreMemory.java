package dev.tamias.engine;

import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.Memory;
import dev.tamias.engine.binary.CoreType;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A linear memory. Addresses are unsigned 32-bit numbers; a range outside the memory is a {@link
 * Trap}.
 */
public final class CoreMemory implements CoreExtern {

    private final CoreType.Memory type;
    private final Memory memory;

    CoreMemory(CoreType.Memory type, Memory memory) {
        this.type = type;
        this.memory = memory;
    }

    @Override
    public CoreType.Memory type() {
        return type;
    }

    /** How many bytes it holds now. */
    public long size() {
        return (long) memory.pages() << 16;
    }

    /** Traps unless the memory holds {@code length} bytes from {@code address}. */
    public void check(long address, long length, String what) {
        if (address < 0 || length < 0 || address > size() - length) {
            throw new Trap(
                    what
                            + ": "
                            + length
                            + " bytes at "
                            + address
                            + " reach beyond the memory's "
                            + size());
        }
    }

    public byte readByte(int address) {
        return memory.read(address);
    }

    public short readShort(int address) {
        return memory.readShort(address);
    }

    public int readInt(int address) {
        return memory.readInt(address);
    }

    public long readLong(int address) {
        return memory.readLong(address);
    }

    public byte[] readBytes(int address, int length) {
        return memory.readBytes(address, length);
    }

    /** Decodes bytes, with the charset's replacement for those that it does not know. */
    public String readString(int address, int length, Charset charset) {
        return memory.readString(address, length, charset);
    }

    public void writeByte(int address, byte value) {
        memory.writeByte(address, value);
    }

    public void writeShort(int address, short value) {
        memory.writeShort(address, value);
    }

    public void writeInt(int address, int value) {
        memory.writeI32(address, value);
    }

    public void writeLong(int address, long value) {
        memory.writeLong(address, value);
    }

    public void writeBytes(int address, byte[] source, int from, int length) {
        memory.write(address, source, from, length);
    }

    /**
     * An array that holds the bytes, from {@link #arrayOffset} on: the memory's own where it is one array, so
     * to be read at once and not to be changed; else a copy.
     */
    public byte[] array(int address, int length) {
        return memory instanceof GuestMemory guest
                ? guest.array(address, length)
                : memory.readBytes(address, length);
    }

    /** Where the bytes of {@code address} are in what {@link #array} gives. */
    public int arrayOffset(int address) {
        return memory instanceof GuestMemory ? address : 0;
    }

    /** Copies bytes into {@code target} from {@code from} on. */
    public void readBytes(int address, byte[] target, int from, int length) {
        if (memory instanceof GuestMemory guest) {
            System.arraycopy(guest.array(address, length), address, target, from, length);
        } else {
            System.arraycopy(memory.readBytes(address, length), 0, target, from, length);
        }
    }

    /** Whether the bytes at {@code address} are those of {@code expected} from {@code from} on. */
    public boolean matches(int address, byte[] expected, int from, int length) {
        byte[] bytes = array(address, length);
        int start = arrayOffset(address);
        return Arrays.equals(bytes, start, start + length, expected, from, from + length);
    }

    /**
     * Copies bytes into a memory, which may be this one; both ranges are to be within their memories.
     */
    public void copyTo(int address, CoreMemory target, int to, int length) {
        if (memory instanceof GuestMemory guest) {
            target.memory.write(to, guest.array(address, length), address, length);
        } else {
            target.memory.write(to, memory.readBytes(address, length), 0, length);
        }
    }

    ImportMemory asImport(String module, String name) {
        Memory seen = memory instanceof GuestMemory guest ? guest.view() : memory;
        return new ImportMemory(module, name, seen);
    }
}

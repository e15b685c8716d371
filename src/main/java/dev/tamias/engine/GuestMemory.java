package dev.tamias.engine;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear memory in one array. Chicory's own keeps pages of 64 KiB, and what hosts read and write takes
 * twice the time there (RATIONALE.md). Not for memories that threads share.
 *
 * <p>The array of a small memory is as long as the memory, so that the JVM's check of the array's bounds
 * is the only one; that of a large one grows by a quarter at least, so that growing page by page copies
 * each byte a few times only, and accesses are checked against the size, too. A failing access throws
 * what Chicory's would.
 */
final class GuestMemory implements Memory {

    private static final int PAGE_BITS = 16;

    /** Up to this size the array has no more bytes than the memory. */
    static final int EXACT_BYTES = 16 << 20;

    static final VarHandle SHORTS = view(short[].class);
    static final VarHandle INTS = view(int[].class);
    static final VarHandle LONGS = view(long[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private final int initialPages;
    private final int maximumPages;
    private byte[] bytes;
    private int size;

    /** Whether the array is longer than the memory. */
    private boolean longer;

    /** This memory as each module sees it. */
    private final List<GuestMemory> views;

    /** Those of the module that sees the memory so. */
    private DataSegment[] segments = {};

    /**
     * @throws OutOfMemoryError where the heap is too small
     */
    GuestMemory(MemoryLimits limits) {
        initialPages = limits.initialPages();
        maximumPages = Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
        size = initialPages << PAGE_BITS;
        bytes = new byte[size];
        views = new ArrayList<>();
        views.add(this);
    }

    private GuestMemory(GuestMemory other) {
        initialPages = other.initialPages;
        maximumPages = other.maximumPages;
        size = other.size;
        bytes = other.bytes;
        longer = other.longer;
        views = other.views;
        views.add(this);
    }

    /**
     * The same memory for another module: Chicory asks the memory for a module's data segments, and
     * would be given those of the last module that imported it.
     */
    GuestMemory view() {
        return new GuestMemory(this);
    }

    private static VarHandle view(Class<?> arrays) {
        return MethodHandles.byteArrayViewVarHandle(arrays, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int pages() {
        return size >>> PAGE_BITS;
    }

    @Override
    public int grow(int more) {
        int before = pages();
        if (more < 0 || before + (long) more > maximumPages) {
            return -1;
        }
        int grown = before + more << PAGE_BITS;
        byte[] array = bytes;
        if (grown > array.length) {
            long most = (long) maximumPages << PAGE_BITS;
            long wanted = grown <= EXACT_BYTES ? grown : grown + (long) grown / 4;
            try {
                array = Arrays.copyOf(array, (int) Math.min(most, wanted));
            } catch (OutOfMemoryError e) {
                // What a guest expects where there is no more; it may go on without.
                return -1;
            }
        }
        for (GuestMemory view : views) {
            view.bytes = array;
            view.size = grown;
            view.longer = array.length > grown;
        }
        return before;
    }

    @Override
    public int initialPages() {
        return initialPages;
    }

    @Override
    public int maximumPages() {
        return maximumPages;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    @SuppressWarnings("removal")
    public Object lock(int address) {
        return this;
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, int expected, long timeout) {
        throw new WasmRuntimeException("expected shared memory");
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, long expected, long timeout) {
        throw new WasmRuntimeException("expected shared memory");
    }

    @Override
    @SuppressWarnings("removal")
    public int notify(int address, int maxThreads) {
        check(address, 4);
        return 0;
    }

    @Override
    public void initialize(Instance instance, DataSegment[] dataSegments) {
        initialize(instance, dataSegments, 0);
    }

    @Override
    public void initialize(Instance instance, DataSegment[] dataSegments, int memoryIndex) {
        segments = dataSegments;
        for (DataSegment each : dataSegments) {
            if (each instanceof ActiveDataSegment active && active.index() == memoryIndex) {
                int address =
                        (int)
                                ConstantEvaluators.computeConstantValue(
                                        instance, active.offsetInstructions())[0];
                byte[] data = active.data();
                if (!holds(address, data.length)) {
                    throw new UninstantiableException("out of bounds memory access");
                }
                write(address, data, 0, data.length);
            }
        }
    }

    @Override
    public void initPassiveSegment(int segment, int address, int offset, int length) {
        write(address, segments[segment].data(), offset, length);
    }

    @Override
    public void drop(int segment) {
        segments[segment] = PassiveDataSegment.EMPTY;
    }

    private boolean holds(int address, int length) {
        return address >= 0 && length >= 0 && address <= size - length;
    }

    private void check(int address, int length) {
        // The size is a positive number less than 2^31, so that an address above it is below zero.
        if (address < 0 || length < 0 || address > size - length) {
            throw outOfBounds(address, length);
        }
    }

    private WasmRuntimeException outOfBounds(int address, int length) {
        return outOfBounds(Integer.toUnsignedLong(address), length);
    }

    /** The exception for an access that is out of bounds. */
    WasmRuntimeException outOfBounds(int base, int offset, int length) {
        return outOfBounds(Integer.toUnsignedLong(base) + Integer.toUnsignedLong(offset), length);
    }

    private WasmRuntimeException outOfBounds(long address, int length) {
        return new WasmRuntimeException(
                "out of bounds memory access: "
                        + Integer.toUnsignedString(length)
                        + " bytes at "
                        + address
                        + " of "
                        + size);
    }

    /** The array of all bytes, until the memory grows. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Where some bytes are in the array; beyond its bounds where not all of them are in the memory, so that
     * the access to the array fails.
     *
     * @param base an unsigned number
     * @param offset an unsigned number, mostly known to HotSpot
     */
    int at(int base, int offset, int length) {
        if (longer && isBeyond(base, offset, length)) {
            return -1;
        }
        if (offset == 0) {
            return base;
        }
        return (base | offset) < 0 ? -1 : base + offset;
    }

    private boolean isBeyond(int base, int offset, int length) {
        return Integer.toUnsignedLong(base) + Integer.toUnsignedLong(offset) > size - length;
    }

    /** The bytes from {@code address} on, at their place in the memory; to be read at once. */
    byte[] array(int address, int length) {
        check(address, length);
        return bytes;
    }

    @Override
    public void write(int address, byte[] data, int offset, int length) {
        check(address, length);
        if (offset < 0 || offset > data.length - length) {
            throw outOfBounds(offset, length);
        }
        System.arraycopy(data, offset, bytes, address, length);
    }

    @Override
    public byte[] readBytes(int address, int length) {
        check(address, length);
        return Arrays.copyOfRange(bytes, address, address + length);
    }

    @Override
    public String readString(int address, int length, Charset charset) {
        check(address, length);
        return new String(bytes, address, length, charset);
    }

    @Override
    public void fill(byte value, int from, int to) {
        check(from, to - from);
        Arrays.fill(bytes, from, to, value);
    }

    /**
     * Mostly a few bytes, for which a call of the JVM's stub takes longer than the copy. All of them are
     * read before the first is written, since the places may overlap.
     *
     * <p>Of more bytecode than HotSpot inlines (FreqInlineSize, 325): inlined into guests' functions, the
     * checks would be among what a defect of its second compiler needs (RATIONALE.md, JDK-8376400).
     */
    @Override
    public void copy(int destination, int source, int length) {
        check(source, length);
        check(destination, length);
        byte[] b = bytes;
        int sourceEnd = source + length;
        int end = destination + length;
        if (length > 4 * Long.BYTES) {
            System.arraycopy(b, source, b, destination, length);
        } else if (length > 2 * Long.BYTES) {
            long first = (long) LONGS.get(b, source);
            long second = (long) LONGS.get(b, source + 8);
            long third = (long) LONGS.get(b, sourceEnd - 16);
            long last = (long) LONGS.get(b, sourceEnd - 8);
            LONGS.set(b, destination, first);
            LONGS.set(b, destination + 8, second);
            LONGS.set(b, end - 16, third);
            LONGS.set(b, end - 8, last);
        } else if (length >= Long.BYTES) {
            long first = (long) LONGS.get(b, source);
            long last = (long) LONGS.get(b, sourceEnd - 8);
            LONGS.set(b, destination, first);
            LONGS.set(b, end - 8, last);
        } else if (length >= Integer.BYTES) {
            int first = (int) INTS.get(b, source);
            int last = (int) INTS.get(b, sourceEnd - 4);
            INTS.set(b, destination, first);
            INTS.set(b, end - 4, last);
        } else if (length > 0) {
            byte first = b[source];
            byte middle = b[source + (length >> 1)];
            byte last = b[sourceEnd - 1];
            b[destination] = first;
            b[destination + (length >> 1)] = middle;
            b[end - 1] = last;
        }
    }

    /** Nothing: it is called for a new memory, which is zero. */
    @Override
    public void zero() {}

    @Override
    public byte read(int address) {
        check(address, 1);
        return bytes[address];
    }

    @Override
    public short readShort(int address) {
        check(address, 2);
        return (short) SHORTS.get(bytes, address);
    }

    @Override
    public long readU16(int address) {
        return Short.toUnsignedLong(readShort(address));
    }

    @Override
    public int readInt(int address) {
        check(address, 4);
        return (int) INTS.get(bytes, address);
    }

    @Override
    public long readLong(int address) {
        check(address, 8);
        return (long) LONGS.get(bytes, address);
    }

    @Override
    public float readFloat(int address) {
        check(address, 4);
        return (float) FLOATS.get(bytes, address);
    }

    @Override
    public long readF32(int address) {
        return readInt(address);
    }

    @Override
    public double readDouble(int address) {
        check(address, 8);
        return (double) DOUBLES.get(bytes, address);
    }

    @Override
    public long readF64(int address) {
        return readLong(address);
    }

    @Override
    public void writeByte(int address, byte value) {
        check(address, 1);
        bytes[address] = value;
    }

    @Override
    public void writeShort(int address, short value) {
        check(address, 2);
        SHORTS.set(bytes, address, value);
    }

    @Override
    public void writeI32(int address, int value) {
        check(address, 4);
        INTS.set(bytes, address, value);
    }

    @Override
    public void writeLong(int address, long value) {
        check(address, 8);
        LONGS.set(bytes, address, value);
    }

    @Override
    public void writeF32(int address, float value) {
        check(address, 4);
        FLOATS.set(bytes, address, value);
    }

    @Override
    public void writeF64(int address, double value) {
        check(address, 8);
        DOUBLES.set(bytes, address, value);
    }
}

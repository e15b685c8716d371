package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GuestMemoryTest {

    private static final long SEED = 20_261_123;
    private static final int PAGE = 1 << 16;

    /** Pages of a memory whose array gets longer than itself when it grows. */
    private static final int LARGE = GuestMemory.EXACT_BYTES / PAGE;

    /** What an access gives, or that it is out of bounds. */
    private static Object outcome(Memory memory, Function<Memory, Object> access) {
        try {
            Object found = access.apply(memory);
            return found instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                    : found;
        } catch (WasmRuntimeException e) {
            return "out of bounds";
        }
    }

    private static Function<Memory, Object> write(Consumer<Memory> access) {
        return memory -> {
            access.accept(memory);
            return "written";
        };
    }

    private static Function<Memory, Object> random(Random source, int size) {
        int address = address(source, size);
        int other = address(source, size);
        int length = source.nextInt(200);
        long value = source.nextLong();
        byte[] data = new byte[length];
        source.nextBytes(data);
        return switch (source.nextInt(22)) {
            case 0 -> memory -> memory.read(address);
            case 1 -> memory -> memory.readShort(address);
            case 2 -> memory -> memory.readInt(address);
            case 3 -> memory -> memory.readLong(address);
            case 4 -> memory -> memory.readFloat(address);
            case 5 -> memory -> memory.readDouble(address);
            case 6 -> memory -> memory.readU16(address);
            case 7 -> memory -> memory.readF64(address);
            case 8 -> memory -> memory.readBytes(address, length);
            case 9 -> memory -> memory.readString(address, length, StandardCharsets.UTF_8);
            case 10 -> write(memory -> memory.writeByte(address, (byte) value));
            case 11 -> write(memory -> memory.writeShort(address, (short) value));
            case 12 -> write(memory -> memory.writeI32(address, (int) value));
            case 13 -> write(memory -> memory.writeLong(address, value));
            case 14 -> write(memory -> memory.writeF32(address, value));
            case 15 -> write(memory -> memory.writeF64(address, value));
            case 16 -> write(memory -> memory.write(address, data, 0, length));
            case 17 -> write(memory -> memory.fill((byte) value, address, address + length));
            case 18 -> write(memory -> memory.copy(address, other, length));
            case 19 -> memory -> memory.grow((int) (value & 1));
            // No atomic access: on JDK 25, Chicory's memory has none that succeeds.
            case 20 -> memory -> memory.readInt(address & ~3);
            default -> Memory::pages;
        };
    }

    /** Mostly within the memory, often at its end or a page's, now and then anywhere. */
    private static int address(Random source, int size) {
        return switch (source.nextInt(8)) {
            case 0 -> source.nextInt();
            case 1, 2 -> size - 220 + source.nextInt(230);
            case 3 -> PAGE * source.nextInt(size / PAGE) - 8 + source.nextInt(16);
            default -> source.nextInt(size);
        };
    }

    @Test
    void does_what_the_core_engines_memory_does() {
        Random source = new Random(SEED);
        MemoryLimits limits = new MemoryLimits(2, 12);
        Memory ours = new GuestMemory(limits);
        Memory theirs = new ByteArrayMemory(limits);
        for (int i = 0; i < 200_000; i++) {
            Function<Memory, Object> access = random(source, theirs.pages() * PAGE);

            assertThat(outcome(ours, access)).as("access %d", i).isEqualTo(outcome(theirs, access));
        }
        int size = theirs.pages() * PAGE;
        assertThat(ours.readBytes(0, size)).isEqualTo(theirs.readBytes(0, size));
        assertThat(ours.pages()).isEqualTo(12);
    }

    @Test
    void what_the_array_has_beyond_the_size_is_out_of_bounds() {
        GuestMemory memory = new GuestMemory(new MemoryLimits(LARGE, 1000));
        memory.grow(1);
        int size = (LARGE + 1) * PAGE;

        assertThat(memory.array(0, size)).hasSizeGreaterThan(size);
        assertThat(memory.read(size - 1)).isZero();
        assertThatThrownBy(() -> memory.read(size)).isInstanceOf(WasmRuntimeException.class);
        assertThatThrownBy(() -> memory.writeLong(size - 7, 1))
                .isInstanceOf(WasmRuntimeException.class);
        assertThatThrownBy(() -> memory.fill((byte) 1, 0, size + 1))
                .isInstanceOf(WasmRuntimeException.class);
        assertThatThrownBy(() -> memory.readBytes(1, Integer.MAX_VALUE))
                .isInstanceOf(WasmRuntimeException.class);
        assertThatThrownBy(() -> memory.copy(1, 1, Integer.MAX_VALUE))
                .isInstanceOf(WasmRuntimeException.class);
    }

    @Test
    void a_small_memory_has_no_byte_too_much() {
        GuestMemory memory = new GuestMemory(new MemoryLimits(1, 1000));
        for (int pages = 2; pages < 9; pages++) {
            memory.grow(1);
            assertThat(memory.bytes()).hasSize(pages * PAGE);
        }
        memory.grow(LARGE - 8);
        assertThat(memory.bytes()).hasSize(LARGE * PAGE);
        memory.grow(1);
        assertThat(memory.bytes()).hasSizeGreaterThan((LARGE + 1) * PAGE);
    }

    /** Of compiled code, whose addresses are the sum of two unsigned numbers of 32 bits. */
    @Test
    void accesses_are_within_the_memory_or_throw() {
        Random source = new Random(SEED);
        GuestMemory small = new GuestMemory(new MemoryLimits(1, 1000));
        small.grow(2);
        GuestMemory large = new GuestMemory(new MemoryLimits(LARGE, 1000));
        large.grow(1);
        for (GuestMemory memory : new GuestMemory[] {small, large}) {
            int size = memory.pages() * PAGE;
            byte[] expected = new byte[size];
            int within = 0;
            for (int i = 0; i < 200_000; i++) {
                int length = 1 << source.nextInt(4);
                int offset = source.nextInt(3) == 0 ? address(source, size) : source.nextInt(300);
                int base = source.nextBoolean() ? address(source, size) - offset : -offset;
                base += source.nextInt(9) - 4;
                long address = Integer.toUnsignedLong(base) + Integer.toUnsignedLong(offset);
                boolean inside = address + length <= size;
                assertThat(access(memory, base, offset, length, expected, inside ? address : -1))
                        .as("access %d: %d bytes at %d + %d of %d", i, length, base, offset, size)
                        .isEqualTo(inside);
                within += inside ? 1 : 0;
            }
            assertThat(within).isBetween(20_000, 180_000);
            assertThat(memory.readBytes(0, size)).isEqualTo(expected);
        }
    }

    /** Reads, compares with what is expected there, and writes; whether that was within the memory. */
    private static boolean access(
            GuestMemory memory, int base, int offset, int length, byte[] expected, long address) {
        byte[] value = new byte[8];
        if (address >= 0) {
            System.arraycopy(expected, (int) address, value, 0, length);
        }
        ByteBuffer number = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        long before = number.getLong(0);
        long after = before * 31 + base + 1;
        try {
            long read =
                    switch (length) {
                        case 1 -> MemoryAccess.memoryReadByte(base, offset, memory) & 0xffL;
                        case 2 -> MemoryAccess.memoryReadShort(base, offset, memory) & 0xffffL;
                        case 4 -> MemoryAccess.memoryReadInt(base, offset, memory) & 0xffff_ffffL;
                        default -> MemoryAccess.memoryReadLong(base, offset, memory);
                    };
            assertThat(read).isEqualTo(before);
        } catch (WasmRuntimeException e) {
            assertThatThrownBy(() -> write(memory, base, offset, length, after))
                    .isInstanceOf(WasmRuntimeException.class);
            return false;
        }
        write(memory, base, offset, length, after);
        number.putLong(0, after);
        System.arraycopy(value, 0, expected, (int) Math.max(address, 0), length);
        return true;
    }

    private static void write(GuestMemory memory, int base, int offset, int length, long value) {
        switch (length) {
            case 1 -> MemoryAccess.memoryWriteByte(base, (byte) value, offset, memory);
            case 2 -> MemoryAccess.memoryWriteShort(base, (short) value, offset, memory);
            case 4 -> MemoryAccess.memoryWriteInt(base, (int) value, offset, memory);
            default -> MemoryAccess.memoryWriteLong(base, value, offset, memory);
        }
    }

    @Test
    void a_view_shares_bytes_and_size() {
        GuestMemory memory = new GuestMemory(new MemoryLimits(1, 3));
        GuestMemory view = memory.view();
        view.writeI32(8, 42);
        view.grow(1);
        memory.writeI32(PAGE, 43);

        assertThat(memory.readInt(8)).isEqualTo(42);
        assertThat(memory.pages()).isEqualTo(2);
        assertThat(view.readInt(PAGE)).isEqualTo(43);
        assertThat(memory.grow(2)).isEqualTo(-1);
        assertThat(view.grow(1)).isEqualTo(2);
        assertThat(memory.pages()).isEqualTo(3);
    }

    @Test
    void grows_no_further_than_its_limit() {
        GuestMemory memory = new GuestMemory(new MemoryLimits(0, 2));

        assertThat(memory.grow(Integer.MAX_VALUE)).isEqualTo(-1);
        assertThat(memory.grow(-1)).isEqualTo(-1);
        assertThat(memory.grow(2)).isZero();
        assertThat(memory.grow(0)).isEqualTo(2);
        assertThat(memory.grow(1)).isEqualTo(-1);
    }
}

package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GuestMemoryTest {

    private static final long SEED = 20_261_123;
    private static final int PAGE = 1 << 16;

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
        GuestMemory memory = new GuestMemory(new MemoryLimits(4, 1000));
        memory.grow(1);
        int size = 5 * PAGE;

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

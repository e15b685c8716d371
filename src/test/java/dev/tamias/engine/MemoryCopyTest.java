package dev.tamias.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What {@code memory.copy} of compiled code does. */
class MemoryCopyTest {

    private static final long SEED = 20_261_124;
    private static final int SIZE = 1 << 16;
    private static final int MOST = 70;

    /** HotSpot's {@code -XX:FreqInlineSize}, in bytes of bytecode. */
    private static final int INLINED = 325;

    private static GuestMemory filled(byte[] bytes) {
        GuestMemory memory = new GuestMemory(new MemoryLimits(1, 4));
        new Random(SEED).nextBytes(bytes);
        memory.write(0, bytes, 0, SIZE);
        return memory;
    }

    @Test
    void all_bytes_are_read_before_one_is_written() {
        byte[] expected = new byte[SIZE];
        GuestMemory memory = filled(expected);
        for (int length = 0; length <= MOST; length++) {
            for (int destination = 0; destination <= 2 * MOST; destination++) {
                MemoryAccess.memoryCopy(destination, MOST, length, memory);

                System.arraycopy(expected, MOST, expected, destination, length);
                assertThat(memory.readBytes(0, 3 * MOST))
                        .as("%d bytes to %d", length, destination)
                        .startsWith(Arrays.copyOf(expected, 3 * MOST));
            }
        }
    }

    @Test
    void what_ends_with_the_memory_is_copied_and_nothing_beyond() {
        byte[] expected = new byte[SIZE];
        GuestMemory memory = filled(expected);
        for (int length = 0; length <= MOST; length++) {
            int last = SIZE - length;
            int bytes = length;
            MemoryAccess.memoryCopy(last, 0, length, memory);
            MemoryAccess.memoryCopy(MOST, last, length, memory);
            System.arraycopy(expected, 0, expected, last, length);
            System.arraycopy(expected, last, expected, MOST, length);

            assertThatThrownBy(() -> MemoryAccess.memoryCopy(last + 1, 0, bytes, memory))
                    .isInstanceOf(WasmRuntimeException.class)
                    .hasMessageContaining(bytes + " bytes at " + (last + 1) + " of " + SIZE);
            assertThatThrownBy(() -> MemoryAccess.memoryCopy(0, last + 1, bytes, memory))
                    .isInstanceOf(WasmRuntimeException.class);
            assertThatThrownBy(() -> MemoryAccess.memoryCopy(-1, 0, bytes, memory))
                    .isInstanceOf(WasmRuntimeException.class);
        }
        assertThatThrownBy(() -> MemoryAccess.memoryCopy(0, 0, -1, memory))
                .isInstanceOf(WasmRuntimeException.class);
        assertThat(memory.readBytes(0, SIZE)).isEqualTo(expected);
    }

    @Test
    void bytes_go_from_one_memory_to_another() {
        byte[] bytes = new byte[SIZE];
        GuestMemory from = filled(bytes);
        GuestMemory to = new GuestMemory(new MemoryLimits(1, 4));
        ByteArrayMemory theirs = new ByteArrayMemory(new MemoryLimits(1, 4));
        MemoryAccess.memoryCopy(9, 5, 20, to, from);
        MemoryAccess.memoryCopy(0, 1, 30, to, to);
        MemoryAccess.memoryCopy(3, 0, 30, theirs, to);
        MemoryAccess.memoryCopy(2, 3, 30, theirs);

        assertThat(to.readBytes(8, 20)).isEqualTo(from.readBytes(5, 20));
        assertThat(theirs.readBytes(2, 30)).isEqualTo(to.readBytes(0, 30));
    }

    @Test
    void a_copy_is_not_inlined_into_guests() throws IOException {
        ClassNode memory = new ClassNode();
        try (InputStream in = GuestMemory.class.getResourceAsStream("GuestMemory.class")) {
            new ClassReader(in).accept(memory, 0);
        }
        CodeSizeEvaluator size = new CodeSizeEvaluator(null);
        for (MethodNode each : memory.methods) {
            if (each.name.equals("copy")) {
                each.accept(size);
            }
        }

        assertThat(size.getMinSize()).isGreaterThan(INLINED);
    }
}

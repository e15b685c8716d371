package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.GuestException;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryByteSourceTest {

    /** Random loads, consumes and seeks against the bytes themselves; readers of every kind. */
    @Test
    void nothing_is_lost_or_repeated_however_loads_and_consumes_and_seeks_alternate() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] input = new byte[random.nextInt(400_000)];
            random.nextBytes(input);
            BinaryByteSource source =
                    new BinaryByteSource(
                            "test",
                            new Trickle(input, random, false),
                            OptionalLong.of(input.length));
            new Model(source, input, seed).run(random, 200);
        }
    }

    @Test
    void the_same_holds_where_reading_fails_and_the_bytes_before_it_come_first() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] input = new byte[1 + random.nextInt(200_000)];
            random.nextBytes(input);
            BinaryByteSource source =
                    new BinaryByteSource(
                            "test", new Trickle(input, random, true), OptionalLong.empty());
            int seen = 0;
            boolean failed = false;
            while (!failed) {
                int before = source.length();
                try {
                    assertThat(source.load(before + 1 + random.nextInt(50_000))).isPositive();
                } catch (HostException e) {
                    failed = true;
                    assertThat(source.length()).isEqualTo(before);
                    assertThat(e).hasMessageContaining("byte " + input.length + ": disk gone");
                }
                int taken = random.nextInt(source.length() + 1);
                assertSame(source, input, seen, seed);
                source.consume(taken);
                seen += taken;
            }
            assertThat(source.ended()).isFalse();
            assertThat(seen + source.length()).as("seed %d", seed).isEqualTo(input.length);
            assertThatThrownBy(() -> source.load(1 << 20)).hasMessageContaining("disk gone");
        }
    }

    @Test
    void a_record_longer_than_the_room_left_at_a_buffers_end_is_whole() {
        byte[] input = new byte[14 << 20];
        new Random(1).nextBytes(input);
        BinaryByteSource source =
                new BinaryByteSource("test", new ByteArrayInputStream(input), OptionalLong.empty());
        int record = 20_480;
        int seen = 0;
        while (source.load(10 << 20) > 0 || source.length() > 0) {
            // As a parser does that leaves an unfinished record of over 10 KiB each time.
            int taken = source.ended() ? source.length() : Math.max(1, source.length() - record);
            assertSame(source, input, seen, 1);
            source.consume(taken);
            seen += taken;
        }
        assertThat(seen).isEqualTo(input.length);
    }

    @Test
    void a_slice_grows_as_asked_and_the_buffer_becomes_small_again() {
        BinaryByteSource source =
                new BinaryByteSource(
                        "test", new ByteArrayInputStream(new byte[64 << 20]), OptionalLong.empty());

        assertThat(source.load(40 << 20)).isEqualTo(40 << 20);
        assertThat(source.slice().length).isLessThan(100 << 20);
        source.consume(40 << 20);
        source.load(64 << 10);
        source.consume(source.length());
        while (source.load(64 << 10) > 0) {
            source.consume(source.length());
        }
        assertThat(source.position()).isEqualTo(64 << 20);
        assertThat(source.slice().length).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void a_wish_takes_no_memory_before_the_bytes_are_there() {
        BinaryByteSource source =
                new BinaryByteSource(
                        "test", new ByteArrayInputStream(new byte[10]), OptionalLong.empty());

        assertThat(source.load(Integer.MAX_VALUE)).isEqualTo(10);
        assertThat(source.slice().length).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void positions_go_beyond_2_gib(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("sparse.bin");
        long end = 5L << 30;
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(end - 8);
            sparse.write(ByteBuffer.allocate(8).putLong(0x0123456789abcdefL).array());
        }
        try (BinaryByteSource source = BinaryByteSource.of(file)) {
            assertThat(source.size()).hasValue(end);
            source.seek(end - 10);
            assertThat(source.load(100)).isEqualTo(10);
            assertThat(source.position()).isEqualTo(end - 10);
            assertThat(ByteBuffer.wrap(source.slice(), source.sliceStart() + 2, 8).getLong())
                    .isEqualTo(0x0123456789abcdefL);
            source.consume(10);
            assertThat(source.position()).isEqualTo(end);
            assertThat(source.load(1)).isZero();
            assertThat(source.ended()).isTrue();
            source.seek(3);
            assertThat(source.load(1)).isOne();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_seek_within_what_is_loaded_reads_nothing_again() {
        BinaryByteSource source =
                new BinaryByteSource(
                        "test",
                        new ByteArrayInputStream(new byte[] {0, 1, 2, 3, 4, 5}),
                        OptionalLong.empty());
        source.load(4);
        source.consume(3);
        source.seek(1);
        assertThat(source.length()).isEqualTo(3);
        assertThat(source.slice()[source.sliceStart()]).isEqualTo((byte) 1);
        assertThat(source.load(6)).isEqualTo(2);
        source.seek(5);
        assertThat(source.length()).isOne();
        assertThat(source.seekable()).isFalse();
        assertThatThrownBy(() -> source.seek(7))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("can only be read on");
    }

    @Test
    void an_array_is_not_copied_and_seekable() {
        byte[] bytes = {0, 1, 2, 3, 4};
        BinaryByteSource source = BinaryByteSource.of(bytes);

        assertThat(source.ended()).isFalse();
        assertThat(source.load(2)).isEqualTo(2);
        assertThat(source.slice()).isSameAs(bytes);
        assertThat(source.load(9)).isEqualTo(3);
        assertThat(source.ended()).isTrue();
        source.seek(4);
        source.seek(0);
        assertThat(source.length()).isEqualTo(5);
        assertThatThrownBy(() -> source.seek(6)).hasMessageContaining("has no byte 6");
        assertThatThrownBy(() -> source.seek(-1)).hasMessageContaining("has no byte -1");
        assertThat(BinaryByteSource.of(new byte[0]).ended()).isTrue();
    }

    @Test
    void a_reader_that_gives_nothing_for_ever_is_an_error_and_no_endless_loop() {
        BinaryByteSource source =
                new BinaryByteSource("test", new Constant(0), OptionalLong.empty());

        assertThatThrownBy(() -> source.load(10))
                .hasMessageContaining("no bytes 20 times in a row");
    }

    @Test
    void a_reader_that_claims_too_much_is_an_error() {
        BinaryByteSource source =
                new BinaryByteSource("test", new Constant(Integer.MAX_VALUE), OptionalLong.empty());

        assertThatThrownBy(() -> source.load(10)).hasMessageContaining("gave 2147483647 bytes");
    }

    @Test
    void a_plugins_error_is_passed_on_as_it_is_and_an_interrupt_is_not_kept() {
        GuestException error = new GuestException(Trouble.SOURCE, "The plugin failed.");
        boolean[] once = {false};
        InputStream reader =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new AssertionError();
                    }

                    @Override
                    public int read(byte[] target, int from, int length) {
                        if (once[0]) {
                            throw error;
                        }
                        once[0] = true;
                        throw new Interrupted("stopped", null);
                    }
                };
        BinaryByteSource source = new BinaryByteSource("test", reader, OptionalLong.empty());

        assertThatThrownBy(() -> source.load(1)).isInstanceOf(Interrupted.class);
        assertThatThrownBy(() -> source.load(1)).isSameAs(error);
        assertThatThrownBy(() -> source.load(1)).isSameAs(error);
    }

    private static void assertSame(ByteSource source, byte[] input, int position, long seed) {
        assertThat(source.position()).isEqualTo(position);
        int start = source.sliceStart();
        assertThat(
                        Arrays.equals(
                                source.slice(),
                                start,
                                start + source.length(),
                                input,
                                position,
                                position + source.length()))
                .as("seed %d, byte %d", seed, position)
                .isTrue();
    }

    private record Model(BinaryByteSource source, byte[] input, long seed) {

        void run(Random random, int steps) {
            int position = 0;
            for (int step = 0; step < steps; step++) {
                switch (random.nextInt(4)) {
                    case 0, 1 -> load(random.nextInt(random.nextBoolean() ? 100_000 : 100));
                    case 2 -> {
                        int taken = random.nextInt(source.length() + 1);
                        source.consume(taken);
                        position += taken;
                    }
                    default -> {
                        position =
                                random.nextBoolean()
                                        ? position + random.nextInt(source.length() + 1)
                                        : random.nextInt(input.length + 1);
                        source.seek(position);
                    }
                }
                assertSame(source, input, position, seed);
            }
            load(input.length - position);
            assertThat(source.length()).isEqualTo(input.length - position);
        }

        private void load(int wanted) {
            int before = source.length();
            int left = (int) (input.length - source.position());
            int added = source.load(wanted);
            assertThat(added).isEqualTo(source.length() - before);
            assertThat(source.length()).isEqualTo(Math.max(before, Math.min(wanted, left)));
            if (source.ended()) {
                assertThat(source.length()).isEqualTo(left);
            }
        }
    }

    /** A seekable reader: short reads, single bytes, empty reads now and then, an error or an end. */
    private static final class Trickle extends SeekableStream {
        private final byte[] bytes;
        private final Random random;
        private final boolean fails;
        private final int most;
        private int next;

        Trickle(byte[] bytes, Random random, boolean fails) {
            this.bytes = bytes;
            this.random = random;
            this.fails = fails;
            this.most = 1 + random.nextInt(random.nextBoolean() ? 30 : 100_000);
        }

        @Override
        void seek(long position) {
            next = (int) position;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (random.nextInt(10) == 0) {
                return 0;
            }
            if (next == bytes.length) {
                if (fails) {
                    throw new IOException("disk gone");
                }
                return -1;
            }
            int count = Math.min(bytes.length - next, 1 + random.nextInt(Math.min(length, most)));
            System.arraycopy(bytes, next, target, from, count);
            next += count;
            return count;
        }
    }

    /** Says the same number each time. */
    private static final class Constant extends InputStream {
        private final int count;

        Constant(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return count;
        }
    }
}

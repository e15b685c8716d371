package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryByteSourceTest {

    @Test
    void no_byte_is_lost_or_repeated_at_any_buffer_edge() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            byte[] input = new byte[300_000];
            random.nextBytes(input);
            BinaryByteSource source =
                    new BinaryByteSource("test", new Trickle(input, random), OptionalLong.empty());
            ByteArrayOutputStream seen = new ByteArrayOutputStream();

            while (!source.ended() || source.length() > 0) {
                source.load(1 + random.nextInt(200_000));
                int taken = random.nextInt(source.length() + 1);
                assertThat(source.position()).isEqualTo(seen.size());
                seen.write(source.slice(), source.sliceStart(), taken);
                source.consume(taken);
            }

            assertThat(seen.toByteArray()).as("seed %d", seed).isEqualTo(input);
        }
    }

    @Test
    void a_slice_grows_beyond_the_first_buffer() {
        BinaryByteSource source = BinaryByteSource.of(new byte[1_000_000]);

        assertThat(source.load(700_000)).isEqualTo(700_000);
        assertThat(source.load(2_000_000)).isEqualTo(300_000);
        assertThat(source.ended()).isTrue();
        assertThat(source.load(3_000_000)).isZero();
    }

    @Test
    void a_missing_file_is_named(@TempDir Path directory) {
        Path missing = directory.resolve("no.log");

        assertThatThrownBy(() -> BinaryByteSource.of(missing))
                .isInstanceOf(HostException.class)
                .hasMessageContaining(missing.toString());
        assertThatThrownBy(() -> BinaryByteSource.of(directory))
                .hasMessageContaining("is a directory");
    }

    @Test
    void a_read_error_is_not_an_end_and_names_the_byte() {
        InputStream broken =
                new InputStream() {
                    private int left = 10;

                    @Override
                    public int read() throws IOException {
                        if (left-- == 0) {
                            throw new IOException("disk gone");
                        }
                        return 1;
                    }

                    @Override
                    public int read(byte[] target, int from, int length) throws IOException {
                        target[from] = (byte) read();
                        return 1;
                    }
                };
        BinaryByteSource source = new BinaryByteSource("broken.log", broken, OptionalLong.empty());

        assertThat(source.load(100)).isEqualTo(10);
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> source.load(100))
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("\"broken.log\"")
                    .hasMessageContaining("byte 10")
                    .hasMessageContaining("disk gone");
        }
        assertThat(source.ended()).isFalse();
        assertThat(source.length()).isEqualTo(10);
    }

    /** Gives a random part of what is asked for. */
    private static final class Trickle extends ByteArrayInputStream {
        private final Random random;

        Trickle(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, length == 0 ? 0 : 1 + random.nextInt(length));
        }
    }
}

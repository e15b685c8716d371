package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives hold haproxy.log in two members each, the second beginning inside a line. */
class CompressedStreamTest {

    private static final int ZSTD_BLOCK = 128 << 10;
    private static final Path ARCHIVES = Path.of("src/test/resources/data/archives");

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void every_member_is_unpacked_however_the_bytes_come(String format) throws IOException {
        byte[] archive = archive(format);

        assertThat(CompressedStream.open(new ByteArrayInputStream(archive)).readAllBytes())
                .isEqualTo(log());
        assertThat(CompressedStream.open(new Single(archive)).readAllBytes()).isEqualTo(log());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "BZh", "BZh9 is a name", "(", "\u001f", "Plain text"})
    void what_is_no_archive_is_passed_on_as_it_is(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(CompressedStream.open(new Single(bytes)).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void a_live_stream_is_not_asked_for_more_than_it_takes_to_tell() throws IOException {
        InputStream stream =
                CompressedStream.open(
                        new ByteArrayInputStream(new byte[] {'l'}) {
                            @Override
                            public synchronized int read(byte[] target, int from, int length) {
                                assertThat(available()).as("what is there").isPositive();
                                return super.read(target, from, length);
                            }
                        });

        assertThat(stream.read(new byte[100])).isOne();
    }

    @ParameterizedTest
    @CsvSource({"gz, gzip, 1", "bz2, bzip2, 1", "xz, xz, 1", "zst, zstd, 2"})
    void an_archive_that_is_cut_anywhere_gives_a_true_beginning_and_an_error(
            String format, String name, int between) throws IOException {
        byte[] archive = archive(format);
        int wholes = 0;
        for (int length = 12; length < archive.length; length++) {
            Outcome outcome = read(Arrays.copyOf(archive, length));
            assertTrueBeginning(outcome);
            if (outcome.error == null) {
                // Cut between two members: nothing shows that there was another.
                wholes++;
            } else {
                assertThat(outcome.error)
                        .as("cut at %d", length)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("the " + name + " data ");
            }
        }
        assertThat(wholes).isEqualTo(between);
        Outcome late = read(Arrays.copyOf(archive, archive.length - 1));
        assertThat(late.error).hasMessageContaining("cut short");
        assertThat(late.bytes).isEqualTo(log());
    }

    @ParameterizedTest
    @CsvSource({"gz, 3000", "zst, 0"})
    void what_was_unpacked_before_the_cut_is_kept(String format, int least) throws IOException {
        byte[] archive = archive(format);

        Outcome outcome = read(Arrays.copyOf(archive, archive.length - 200));

        assertThat(outcome.bytes.length).isGreaterThan(Math.max(least, log().length / 2 - 1));
        assertTrueBeginning(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void damaged_bytes_give_bytes_or_an_io_exception_and_nothing_else(String format)
            throws IOException {
        byte[] good = archive(format);
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bad = good.clone();
            for (int change = random.nextInt(6); change >= 0; change--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Outcome outcome = read(bad);
            if (outcome.error != null) {
                assertThat(outcome.error).as("seed %d", seed).isInstanceOf(IOException.class);
                assertThat(outcome.error.getMessage()).as("seed %d", seed).contains(" data ");
            }
        }
    }

    @Test
    void the_blocks_before_a_damaged_block_are_kept() throws IOException {
        byte[] content = new byte[8 * ZSTD_BLOCK];
        Random random = new Random(1);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ('a' + random.nextInt(16));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream archive = new ZstdOutputStream(packed)) {
            archive.write(content);
        }
        byte[] bad = packed.toByteArray();
        // The front of a block in the middle: the tables by which its bytes are coded.
        int block = bad.length / 2;
        Arrays.fill(bad, block, block + bad.length / 8, (byte) 0xff);

        Outcome outcome = read(bad);

        assertThat(outcome.error).hasMessageContaining("the zstd data is damaged");
        assertThat(outcome.bytes.length).isGreaterThanOrEqualTo(4 * ZSTD_BLOCK);
        assertThat(Arrays.mismatch(outcome.bytes, content)).isGreaterThanOrEqualTo(4 * ZSTD_BLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"window-1gib.zst", "dictionary-1gib.xz"})
    void an_archive_that_asks_for_a_gigabyte_is_refused(String file) throws IOException {
        Outcome outcome = read(Files.readAllBytes(ARCHIVES.resolve(file)));

        assertThat(outcome.error)
                .hasMessageContaining("more memory")
                .hasMessageContaining("256 MiB");
        assertThat(outcome.bytes).isEmpty();
    }

    @Test
    void an_error_of_the_stream_below_is_not_called_damage() throws IOException {
        byte[] archive = archive("gz");
        InputStream broken =
                CompressedStream.open(
                        new Single(archive) {
                            @Override
                            public synchronized int read(byte[] target, int from, int length) {
                                if (available() < 100) {
                                    throw new IllegalStateException("disk gone");
                                }
                                return super.read(target, from, length);
                            }
                        });

        assertThatThrownBy(broken::readAllBytes).hasMessage("disk gone");
        assertThatThrownBy(broken::read).hasMessage("disk gone");
    }

    private static void assertTrueBeginning(Outcome outcome) throws IOException {
        assertThat(outcome.bytes).isEqualTo(Arrays.copyOf(log(), outcome.bytes.length));
    }

    private record Outcome(byte[] bytes, Exception error) {}

    private static Outcome read(byte[] archive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[3000];
        try (InputStream stream = CompressedStream.open(new ByteArrayInputStream(archive))) {
            for (int count; (count = stream.read(piece)) >= 0; ) {
                bytes.write(piece, 0, count);
            }
            return new Outcome(bytes.toByteArray(), null);
        } catch (IOException | RuntimeException e) {
            return new Outcome(bytes.toByteArray(), e);
        }
    }

    private static byte[] archive(String format) throws IOException {
        return Files.readAllBytes(ARCHIVES.resolve("haproxy.log." + format));
    }

    private static byte[] log() throws IOException {
        return Files.readAllBytes(ARCHIVES.resolve("haproxy.log"));
    }

    /** Gives one byte a read. */
    private static class Single extends ByteArrayInputStream {

        Single(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1));
        }
    }
}

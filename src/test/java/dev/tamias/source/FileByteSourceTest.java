package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileByteSourceTest {

    private static final Path DATA = Path.of("src/test/resources/data");
    private static final Path ARCHIVES = DATA.resolve("archives");

    @ParameterizedTest
    @CsvSource({
        "haproxy.log.gz, haproxy.log",
        "haproxy.log.bz2, haproxy.log",
        "haproxy.log.xz, haproxy.log",
        "haproxy.log.zst, haproxy.log",
        "attachments.dlt.xz, attachments.dlt"
    })
    void an_archive_is_read_as_what_it_holds(String archive, String content) throws IOException {
        try (ByteSource source = FileByteSource.open(ARCHIVES.resolve(archive), false)) {
            assertThat(source.size()).isEmpty();
            assertThat(source.seekable()).isFalse();
            assertThat(rest(source)).isEqualTo(Files.readAllBytes(ARCHIVES.resolve(content)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"archives/haproxy.log.gz", "captures/udp-someip.pcapng"})
    void raw_switches_recognition_off(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(DATA.resolve(file));
        try (ByteSource source = FileByteSource.open(DATA.resolve(file), true)) {
            assertThat(source.size()).isEqualTo(OptionalLong.of(bytes.length));
            assertThat(source.seekable()).isTrue();
            assertThat(rest(source)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "captures/udp-someip.pcap",
                "captures/udp-someip.pcapng",
                "archives/udp-someip.pcap.gz"
            })
    void a_capture_is_read_as_its_payloads_also_in_an_archive(String file) throws IOException {
        try (ByteSource source = FileByteSource.open(DATA.resolve(file), false)) {
            assertThat(source.framed()).isTrue();
            assertThat(source.load(1)).isEqualTo(68);
            assertThat(source.timestamp()).isEqualTo(1683656786972L);
            try (ByteSource expected =
                    CaptureByteSource.open(
                            DATA.resolve("captures/udp-someip.pcap"), CaptureFilter.ALL)) {
                assertThat(rest(source)).isEqualTo(rest(expected));
            }
        }
    }

    @Test
    void a_file_without_a_known_start_is_as_it_is_and_seekable() throws IOException {
        try (ByteSource source = FileByteSource.open(ARCHIVES.resolve("haproxy.log"), false)) {
            assertThat(source.position()).isZero();
            assertThat(source.size()).hasValue(4690);
            assertThat(source.seekable()).isTrue();
            assertThat(source.framed()).isFalse();
            assertThat(source.timestamp()).isNull();
            assertThat(rest(source)).isEqualTo(Files.readAllBytes(ARCHIVES.resolve("haproxy.log")));
        }
    }

    @Test
    void an_empty_file_ends_at_once(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("empty.log"));
        try (ByteSource source = FileByteSource.open(file, false)) {
            assertThat(source.load(100)).isZero();
            assertThat(source.ended()).isTrue();
            assertThat(source.size()).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void a_cut_archive_gives_its_bytes_and_then_names_file_and_byte(
            String format, @TempDir Path directory) throws IOException {
        byte[] archive = Files.readAllBytes(ARCHIVES.resolve("haproxy.log." + format));
        byte[] log = Files.readAllBytes(ARCHIVES.resolve("haproxy.log"));
        Path file = directory.resolve("cut.log." + format);
        Files.write(file, Arrays.copyOf(archive, archive.length - 3));

        try (ByteSource source = FileByteSource.open(file, false)) {
            while (source.length() < log.length && source.load(log.length + 100) > 0) {
                // On to the error.
            }
            int kept = source.length();
            // What is cut off is at the very end: of the content, xz and bzip2 lose a block at
            // most.
            assertThat(kept).isBetween(log.length / 2, log.length);
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> source.load(log.length + 100))
                        .isInstanceOf(HostException.class)
                        .hasMessageContaining(file.toString())
                        .hasMessageContaining("at byte " + kept + ":")
                        .hasMessageContaining("cut short")
                        .hasMessageContaining("counted in the unpacked content");
            }
            assertThat(Arrays.copyOfRange(source.slice(), source.sliceStart(), kept))
                    .isEqualTo(Arrays.copyOf(log, kept));
        }
    }

    @Test
    void a_file_that_is_truncated_while_it_is_read_is_an_error(@TempDir Path directory)
            throws IOException {
        Path file = Files.write(directory.resolve("short.log"), new byte[1 << 20]);
        try (ByteSource source = FileByteSource.open(file, false)) {
            source.load(1000);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(500_000);
            }
            while (source.length() < 500_000) {
                assertThat(source.load(1 << 20)).isPositive();
            }
            assertThatThrownBy(() -> source.load(1 << 20))
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("byte 500000")
                    .hasMessageContaining("had 1048576 bytes");
            assertThat(source.ended()).isFalse();
        }
    }

    @Test
    void a_file_that_grows_while_it_is_read_is_as_long_as_what_was_read(@TempDir Path directory)
            throws IOException {
        Path file = Files.write(directory.resolve("grows.log"), new byte[100]);
        try (ByteSource source = FileByteSource.open(file, false)) {
            source.load(10);
            Files.write(file, new byte[50], StandardOpenOption.APPEND);
            assertThat(rest(source)).hasSize(150);
            assertThat(source.size()).hasValue(150);
        }
    }

    @Test
    void what_cannot_be_opened_is_named_with_its_reason(@TempDir Path directory) {
        assertInputError(directory, "is a directory");
        assertInputError(directory.resolve("no.log"), "There is no file");
        assertInputError(directory.resolve("no/such.log"), "There is no file");
        assumeTrue(Files.exists(Path.of("/dev/null")));
        assertInputError(Path.of("/dev/null"), "is a pipe or a device");
    }

    @Test
    void a_pipe_is_named_and_not_waited_for(@TempDir Path directory) throws Exception {
        Path pipe = directory.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();

        assertInputError(pipe, "is a pipe or a device");
    }

    @Test
    void a_file_that_may_not_be_read_is_named(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("secret.log"));
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));

        assertInputError(file, "may not be read");
    }

    private static void assertInputError(Path path, String reason) {
        assertThatThrownBy(() -> FileByteSource.open(path, false))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("\"" + path + "\"")
                .hasMessageContaining(reason)
                .extracting(e -> ((HostException) e).trouble())
                .isEqualTo(Trouble.INPUT);
    }

    private static byte[] rest(ByteSource source) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        do {
            rest.write(source.slice(), source.sliceStart(), source.length());
            source.consume(source.length());
        } while (source.load(1000) > 0);
        assertThat(source.ended()).isTrue();
        return rest.toByteArray();
    }
}

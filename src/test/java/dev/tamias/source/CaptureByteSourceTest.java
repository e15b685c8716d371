package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.Interrupted;
import dev.tamias.model.HostException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The captures and what is in them are described in src/test/resources/data/README.md. */
class CaptureByteSourceTest {

    private static final Path CAPTURES = Path.of("src/test/resources/data/captures");
    private static final int UDP_FRAME = 14 + 20 + 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minimal.pcapng",
                "tcp-someip.pcap",
                "tcp-someip.pcapng",
                "udp-someip.pcap",
                "udp-someip.pcapng",
                "micro-be.pcap",
                "nano-be.pcap",
                "nano-le.pcap",
                "zoo.pcapng.gz"
            })
    void payloads_and_times_are_those_that_other_readers_find(String file) throws Exception {
        try (CaptureByteSource source =
                CaptureByteSource.open(CAPTURES.resolve(file), CaptureFilter.ALL)) {
            assertThat(payloads(source))
                    .isEqualTo(expected(file).stream().map(each -> each.words(0, 4, 5)).toList());
            assertThat(source.ended()).isTrue();
        }
    }

    @Test
    void frames_of_something_else_are_skipped_and_counted() throws Exception {
        try (CaptureByteSource source =
                CaptureByteSource.open(CAPTURES.resolve("zoo.pcapng.gz"), CaptureFilter.ALL)) {
            payloads(source);

            assertThat(source.skippedFrames()).isEqualTo(12);
            assertThat(source.cutPayloads()).isEqualTo(2);
            assertThat(source.payloads()).isEqualTo(38);
            assertThat(source.frames()).isEqualTo(106);
        }
    }

    @ParameterizedTest
    @CsvSource({"UDP, 0", "TCP, 0", "ICMP, 0", "UDP, 2017", "UDP, 1016", ", 1006", "TCP, 1001"})
    void a_filter_takes_a_transport_and_a_port(Transport transport, int port) throws Exception {
        CaptureFilter all = transport == null ? CaptureFilter.ALL : CaptureFilter.of(transport);
        CaptureFilter filter = port == 0 ? all : all.port(port);
        List<String> wanted =
                expected("zoo.pcapng.gz").stream()
                        .filter(each -> transport == null || each.is(1, transport))
                        .filter(each -> port == 0 || each.is(2, port) || each.is(3, port))
                        .map(each -> each.words(0, 4, 5))
                        .toList();

        try (CaptureByteSource source =
                CaptureByteSource.open(CAPTURES.resolve("zoo.pcapng.gz"), filter)) {
            assertThat(payloads(source)).isEqualTo(wanted);
        }
    }

    @Test
    void positions_count_the_payload_stream_and_a_load_adds_one_payload() {
        byte[] capture =
                pcap(
                        frame(new byte[] {1, 2, 3}, 9),
                        frame(new byte[0], 9),
                        frame(new byte[] {4}, 9));
        CaptureByteSource source = source(capture);

        assertThat(source.framed()).isTrue();
        assertThat(source.seekable()).isFalse();
        assertThat(source.load(1000)).isEqualTo(3);
        source.consume(1);
        assertThat(source.load(1000)).isEqualTo(1);
        assertThat(bytes(source)).containsExactly(2, 3, 4);
        assertThat(source.position()).isEqualTo(1);
        assertThat(source.load(2)).isZero();
        assertThat(source.ended()).isFalse();
        assertThat(source.load(1000)).isZero();
        assertThat(source.ended()).isTrue();
    }

    @Test
    void padding_behind_a_short_packet_is_none_of_its_payload() {
        byte[] frame = Arrays.copyOf(frame(new byte[] {7}, 9), 60);
        Arrays.fill(frame, UDP_FRAME + 1, 60, (byte) 0xaa);
        CaptureByteSource source = source(pcap(frame));

        source.load(100);

        assertThat(bytes(source)).containsExactly(7);
    }

    @Test
    void a_payload_beyond_8_kib_is_whole() {
        byte[] payload = new byte[60_000];
        new Random(1).nextBytes(payload);
        CaptureByteSource source = source(pcap(frame(payload, 9)));

        assertThat(source.load(1)).isEqualTo(60_000);
        assertThat(bytes(source)).isEqualTo(payload);
    }

    @Test
    void a_capture_that_is_cut_at_any_byte_gives_the_packets_before_it_and_then_the_offset() {
        byte[] capture = pcap(frame(new byte[] {1, 2}, 9), frame(new byte[] {3, 4}, 9));
        int record = 16 + UDP_FRAME + 2;
        for (int length = 24; length < capture.length; length++) {
            CaptureByteSource source = source(Arrays.copyOf(capture, length));
            int whole = (length - 24) / record;
            for (int packet = 0; packet < whole; packet++) {
                assertThat(source.load(1000)).isEqualTo(2);
            }
            if (length == 24 + whole * record) {
                assertThat(source.load(1000)).isZero();
                continue;
            }
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> source.load(1000))
                        .isInstanceOf(HostException.class)
                        .hasMessageContaining("\"test\"")
                        .hasMessageContaining("byte " + (24 + whole * record) + ":")
                        .hasMessageContaining("ends in the middle");
            }
            assertThat(source.length()).isEqualTo(2 * whole);
            assertThat(source.ended()).isFalse();
        }
    }

    @Test
    void what_is_no_capture_is_said_to_be_none() {
        assertThatThrownBy(() -> source("Hello, capture".getBytes(StandardCharsets.UTF_8)).load(1))
                .hasMessageContaining("not a pcap or pcapng file");
        assertThatThrownBy(() -> source(new byte[0]).load(1)).hasMessageContaining("it is empty");
    }

    @Test
    void a_length_that_lies_is_an_error_at_its_block_and_takes_no_memory() {
        byte[] capture = pcap(frame(new byte[] {1}, 9), frame(new byte[] {2}, 9));
        int second = 24 + 16 + UDP_FRAME + 1;
        ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 8, -1);
        CaptureByteSource source = source(capture);

        assertThat(source.load(10)).isOne();
        assertThatThrownBy(() -> source.load(10))
                .hasMessageContaining("byte " + second)
                .hasMessageContaining("a block of 4294967295 bytes");
    }

    @Test
    void an_interrupt_ends_a_filter_that_takes_nothing() {
        CaptureByteSource source =
                new CaptureByteSource(
                        "test",
                        new ByteArrayInputStream(pcap(frame(new byte[] {1}, 9))),
                        CaptureFilter.of(Transport.TCP));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> source.load(1)).isInstanceOf(Interrupted.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(source.load(1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp-someip.pcap", "udp-someip.pcapng", "tcp-someip.pcapng", "zoo"})
    void damaged_bytes_give_payloads_or_an_input_error_and_nothing_else(String file)
            throws IOException {
        byte[] good = file.equals("zoo") ? zoo() : Files.readAllBytes(CAPTURES.resolve(file));
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bad = good.clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                bad[random.nextInt(bad.length)] = (byte) (1 << random.nextInt(8));
            }
            CaptureByteSource source = source(bad);
            try {
                while (source.load(Integer.MAX_VALUE) > 0) {
                    source.consume(source.length());
                }
            } catch (HostException e) {
                assertThat(e).as("seed %d", seed).hasMessageContaining("\"test\" failed in the");
                assertThat(e.getCause()).as("seed %d", seed).isInstanceOf(IOException.class);
            }
        }
    }

    private static byte[] zoo() throws IOException {
        try (GZIPInputStream zoo =
                new GZIPInputStream(Files.newInputStream(CAPTURES.resolve("zoo.pcapng.gz")))) {
            return zoo.readAllBytes();
        }
    }

    private static CaptureByteSource source(byte[] capture) {
        return new CaptureByteSource("test", new ByteArrayInputStream(capture), CaptureFilter.ALL);
    }

    private static byte[] bytes(ByteSource source) {
        return Arrays.copyOfRange(
                source.slice(), source.sliceStart(), source.sliceStart() + source.length());
    }

    /** Time, length and digest of each payload, taken one a load. */
    private static List<String> payloads(CaptureByteSource source) throws Exception {
        List<String> payloads = new ArrayList<>();
        long position = 0;
        while (source.load(1) > 0) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(source));
            payloads.add(
                    (source.timestamp() == null ? "-" : source.timestamp())
                            + " "
                            + source.length()
                            + " "
                            + HexFormat.of().formatHex(digest, 0, 8));
            assertThat(source.position()).isEqualTo(position);
            position += source.length();
            source.consume(source.length());
        }
        return payloads;
    }

    /** A line of a .payloads file: time, transport, ports, length, digest. */
    private record Expected(List<String> words) {

        boolean is(int index, Object value) {
            return words.get(index).equals(value.toString());
        }

        String words(int... indexes) {
            return String.join(" ", Arrays.stream(indexes).mapToObj(words::get).toList());
        }
    }

    private static List<Expected> expected(String file) throws IOException {
        return Files.readAllLines(CAPTURES.resolve(file + ".payloads")).stream()
                .map(line -> new Expected(List.of(line.split(" "))))
                .toList();
    }

    /** A little-endian pcap file of Ethernet frames. */
    private static byte[] pcap(byte[]... frames) {
        int size = 24 + Arrays.stream(frames).mapToInt(frame -> 16 + frame.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
        file.putInt(65535).putInt(1);
        for (byte[] frame : frames) {
            file.putInt(1).putInt(2).putInt(frame.length).putInt(frame.length).put(frame);
        }
        return file.array();
    }

    private static byte[] frame(byte[] payload, int port) {
        ByteBuffer frame = ByteBuffer.allocate(UDP_FRAME + payload.length);
        frame.position(12);
        frame.putShort((short) 0x800).put((byte) 0x45).put((byte) 0);
        frame.putShort((short) (28 + payload.length)).putInt(0).put((byte) 64).put((byte) 17);
        frame.position(14 + 20);
        frame.putShort((short) port).putShort((short) port);
        frame.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
        return frame.array();
    }
}

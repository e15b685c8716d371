package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.follow;
import static dev.tamias.Bytes.glob;
import static dev.tamias.Bytes.pcap;
import static dev.tamias.Bytes.process;
import static dev.tamias.Bytes.sample;
import static dev.tamias.Bytes.source;
import static dev.tamias.Bytes.stdin;
import static dev.tamias.Bytes.tcp;
import static dev.tamias.Bytes.udp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.ParsedItem;
import dev.tamias.source.CaptureFilter;
import dev.tamias.source.FollowPolicy;
import dev.tamias.source.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of input, from its real self to rows. */
@Timeout(120)
class InputsTest {

    private static final Path ARCHIVES = Path.of("src/test/resources/data/archives");
    private static final Path CAPTURES = Path.of("src/test/resources/data/captures");
    private static final Path LOG = ARCHIVES.resolve("haproxy.log");

    private static List<String> rows(Bytes bytes) {
        return rows(Plugins.scan().parser("lines").over(bytes));
    }

    private static List<String> rows(SourceStep step) {
        return step.text().table().stringColumn(0).asList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "xz", "bz2"})
    void an_archive_gives_the_rows_of_what_is_in_it(String format) throws IOException {
        Path archive = ARCHIVES.resolve("haproxy.log." + format);
        List<String> expected = rows(file(LOG));

        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(rows(bytes(archive.toString()))).isEqualTo(expected);
        try (InputStream stream = Files.newInputStream(archive)) {
            assertThat(rows(bytes(stream))).isEqualTo(expected);
        }
    }

    @Test
    void raw_takes_an_archive_as_it_is() throws IOException {
        Path archive = ARCHIVES.resolve("haproxy.log.gz");

        assertThat(Plugins.scan().parser("lines").over(file(archive).raw()).summary().total())
                .isEqualTo(Files.size(archive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp-someip.pcap", "udp-someip.pcapng", "tcp-someip.pcap"})
    void a_capture_gives_its_payloads(String capture) {
        SourceStep step =
                Plugins.scan().parser("lines").over(bytes(CAPTURES.resolve(capture).toString()));

        long bytes = step.summary().total();

        assertThat(bytes).isPositive().isEqualTo(payloadBytes(CAPTURES.resolve(capture)));
    }

    private static long payloadBytes(Path capture) {
        Path list = Path.of(capture + ".payloads");
        try (Stream<String> payloads = Files.lines(list, StandardCharsets.UTF_8)) {
            return payloads.map(line -> line.split(" ", -1))
                    .mapToLong(fields -> Long.parseLong(fields[4]))
                    .sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_filter_takes_some_of_a_captures_payloads() {
        String capture = CAPTURES.resolve("udp-someip.pcap").toString();
        ParserStep lines = Plugins.scan().parser("lines");

        assertThat(lines.over(pcap(capture, CaptureFilter.of(Transport.UDP))).summary())
                .isEqualTo(lines.over(pcap(capture)).summary());
        assertThat(lines.over(pcap(capture, CaptureFilter.of(Transport.TCP))).summary().total())
                .isZero();
    }

    @Test
    void the_output_of_a_process_is_parsed() {
        assertThat(rows(process("cat", LOG.toString()))).isEqualTo(rows(file(LOG)));
    }

    @Test
    void what_a_server_sends_is_parsed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> sent =
                    CompletableFuture.runAsync(
                            () -> {
                                try (Socket client = server.accept();
                                        OutputStream out = client.getOutputStream()) {
                                    out.write(Files.readAllBytes(LOG));
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            });

            assertThat(rows(tcp("127.0.0.1", server.getLocalPort()))).isEqualTo(rows(file(LOG)));
            sent.get();
        }
    }

    @Test
    void datagrams_are_parsed_as_they_come() throws Exception {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sendUntil(enough, port));

        List<String> rows = rows(Plugins.scan().parser("lines").over(udp(port)).head(5));
        enough.set(true);
        sent.get();

        int first = Integer.parseInt(rows.get(0));
        assertThat(rows)
                .containsExactly(
                        Integer.toString(first),
                        Integer.toString(first + 1),
                        Integer.toString(first + 2),
                        Integer.toString(first + 3),
                        Integer.toString(first + 4));
    }

    private static void sendUntil(AtomicBoolean enough, int port) {
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; !enough.get(); i++) {
                byte[] line = (i + "\n").getBytes(StandardCharsets.UTF_8);
                socket.send(
                        new DatagramPacket(
                                line, line.length, InetAddress.getLoopbackAddress(), port));
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_file_is_parsed_as_it_grows(@TempDir Path directory) throws Exception {
        Path growing = Files.writeString(directory.resolve("growing.log"), "0\n1\n");
        FollowPolicy policy =
                FollowPolicy.STANDARD.every(Duration.ofMillis(20)).untilIdle(Duration.ofSeconds(3));
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 2; i < 20; i++) {
                                append(growing, i + "\n");
                            }
                        });

        List<String> rows = rows(follow(growing, policy));
        written.get();

        assertThat(rows)
                .isEqualTo(Stream.iterate(0, i -> i + 1).limit(20).map(String::valueOf).toList());
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
            Thread.sleep(10);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void standard_input_is_parsed_and_stays_open() throws IOException {
        InputStream standard = System.in;
        System.setIn(new ByteArrayInputStream(Files.readAllBytes(LOG)));
        try {
            assertThat(rows(stdin())).isEqualTo(rows(file(LOG)));
        } finally {
            System.setIn(standard);
        }
    }

    @ParameterizedTest
    @CsvSource({"dlt, sample.dlt", "lines, lines.log", "fields, fields.csv"})
    void a_byte_source_over_a_parser_gives_the_rows_of_the_file(String parser, String log) {
        Path path = Path.of("src/main/resources/dev/tamias/samples", log);
        ParserStep step = Plugins.scan().parser(parser);

        List<ParsedItem> straight = step.over(file(path)).items().toList();
        List<ParsedItem> through =
                step.over(source("file-source").set("input-path", path)).items().toList();

        assertThat(straight).isNotEmpty();
        assertThat(through).usingRecursiveComparison().ignoringFields("source").isEqualTo(straight);
    }

    @Test
    void building_opens_nothing_and_says_what_it_will_be() {
        assertThat(tcp("nowhere.invalid", 1)).hasToString("TCP nowhere.invalid:1");
        assertThat(process("no-such-program", "-x"))
                .hasToString("output of process no-such-program -x");
        assertThat(file("no/such.log").raw()).hasToString("file no/such.log, raw");
        assertThat(glob("no/*.log")).hasToString("files no/*.log");
        assertThat(udp(5000)).hasToString("UDP 127.0.0.1:5000");
        assertThat(follow("x.log")).hasToString("file x.log as it grows");
        assertThat(pcap("x.pcap", CaptureFilter.of(Transport.UDP).port(7)))
                .hasToString("payloads of capture x.pcap, UDP, port 7");
        assertThat(source("s").set("a", 1)).hasToString("byte source s with {a=1}");
        assertThat(sample("lines.log")).hasToString("sample lines.log");
        assertThatThrownBy(
                        () ->
                                Plugins.scan()
                                        .parser("lines")
                                        .over(process("no-such-program"))
                                        .table())
                .hasMessageContaining("no-such-program");
    }
}

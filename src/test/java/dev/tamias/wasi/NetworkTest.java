package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tamias.engine.Interrupted;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.wasi.sockets.NetworkGrant;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program of C that uses sockets, against servers and clients of this test. */
@Timeout(60)
class NetworkTest {

    private static final NetworkProgram PROGRAM = new NetworkProgram();
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final NetworkGrant ALL =
            NetworkGrant.of(
                    "tcp:127.0.0.0/8:*",
                    "tcp-listen:127.0.0.1:*",
                    "udp:127.0.0.1:*",
                    "udp-listen:127.0.0.1:*",
                    "name:localhost");

    @AfterAll
    static void close() {
        PROGRAM.close();
    }

    /** Sends back what it is sent, to one client after the other, until it is closed. */
    private static ServerSocket echo(InetAddress at) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, at);
        CompletableFuture.runAsync(
                () -> {
                    while (!server.isClosed()) {
                        try (Socket client = server.accept()) {
                            client.getInputStream().transferTo(client.getOutputStream());
                        } catch (IOException e) {
                            // Closed by the test, or by a client that is tested to do so.
                        }
                    }
                });
        return server;
    }

    /** A port that nobody has, and that no connection gets for its own end: it would reach itself. */
    private static String unused() throws IOException {
        for (int port = 20_000; ; port++) {
            try (ServerSocket server = new ServerSocket(port, 1, HERE)) {
                return port(server);
            } catch (BindException e) {
                // Somebody has it.
            }
        }
    }

    private static String port(ServerSocket server) {
        return Integer.toString(server.getLocalPort());
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/wasi/network.txt")).stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void says_what_the_native_engine_says(String line) {
        int colon = line.indexOf(": ");
        String[] arguments = line.substring(0, colon).split(" ");
        assertThat(PROGRAM.run(ALL, arguments)).isEqualTo(line.substring(colon + 2));
    }

    @Test
    void refuses_a_second_operation_before_the_first_is_finished() {
        assertThat(PROGRAM.run(ALL, "in-progress"))
                .isEqualTo(
                        "start-bind ok|start-bind concurrency-conflict"
                                + "|start-connect concurrency-conflict|finish-bind ok");
    }

    @Test
    void a_client_hears_its_echo() throws IOException {
        try (ServerSocket server = echo(HERE)) {
            NetworkGrant grant = NetworkGrant.of("tcp:127.0.0.1:" + port(server));
            assertThat(PROGRAM.run(grant, "tcp-echo", "127.0.0.1", port(server), "hello there"))
                    .isEqualTo("hello there|end");
        }
    }

    @Test
    void a_client_of_ipv6_hears_its_echo() throws IOException {
        ServerSocket six;
        try {
            six = echo(InetAddress.getByName("::1"));
        } catch (IOException e) {
            assumeTrue(false, "this machine has no IPv6");
            return;
        }
        try (ServerSocket server = six) {
            NetworkGrant grant = NetworkGrant.of("tcp:[::1]:" + port(server));
            assertThat(PROGRAM.run(grant, "tcp-echo", "::1", port(server), "six"))
                    .isEqualTo("six|end");
            assertThat(PROGRAM.run(grant, "tcp-echo", "127.0.0.1", port(server), "four"))
                    .isEqualTo("start-connect: access-denied");
        }
    }

    @Test
    void a_connection_to_nobody_is_refused() throws IOException {
        assertThat(PROGRAM.run(ALL, "tcp-echo", "127.0.0.1", unused(), "x"))
                .isEqualTo("finish-connect: connection-refused");
    }

    @Test
    void a_server_answers_its_clients() throws Exception {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        NetworkGrant grant = NetworkGrant.of("tcp-listen:127.0.0.1:0");
        Future<Boolean> server =
                PROGRAM.start(grant, printed::add, "tcp-serve", "127.0.0.1", "0", "3");
        int port = port(printed);
        for (String each : List.of("one", "two", "three")) {
            try (Socket client = new Socket(HERE, port)) {
                client.getOutputStream().write(each.getBytes(StandardCharsets.UTF_8));
                client.shutdownOutput();
                assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo(each);
            }
        }
        assertThat(server.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(String.join("", printed))
                .contains("served 3 bytes\nserved 3 bytes\nserved 5 bytes");
    }

    /** The port that is printed first. */
    private static int port(BlockingQueue<String> printed) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().contains("\n")) {
            text.append(printed.poll(20, TimeUnit.SECONDS));
        }
        return Integer.parseInt(text.substring("listening at ".length(), text.indexOf("\n")));
    }

    @Test
    void a_writer_waits_for_a_slow_reader() throws Exception {
        int total = 20_000_000;
        try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
            CompletableFuture<Integer> reader =
                    CompletableFuture.supplyAsync(() -> readLate(server));
            String said =
                    PROGRAM.run(ALL, "tcp-bulk", "127.0.0.1", port(server), String.valueOf(total));
            assertThat(said).isEqualTo("sent " + total + ", waited, answer done");
            assertThat(reader.get(20, TimeUnit.SECONDS)).isEqualTo(total);
        }
    }

    private static int readLate(ServerSocket server) {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream()) {
            // No more than makes it likely that the writer has to wait; it is right in any case.
            Thread.sleep(300);
            int read = client.getInputStream().readAllBytes().length;
            out.write("done".getBytes(StandardCharsets.UTF_8));
            return read;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp-echo", "udp-connected"})
    void a_datagram_is_answered(String mode) throws Exception {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answer(other));
            String port = Integer.toString(other.getLocalPort());
            assertThat(
                            PROGRAM.run(
                                    NetworkGrant.of("udp:127.0.0.1:" + port),
                                    mode,
                                    "127.0.0.1",
                                    port,
                                    "ping"))
                    .isEqualTo("ping from 1");
            answer.get(20, TimeUnit.SECONDS);
        }
    }

    private static void answer(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[1000], 1000);
        try {
            socket.receive(packet);
            // Many that the guest may not hear come first.
            try (DatagramSocket stranger = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
                byte[] bytes = "stranger".getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 100; i++) {
                    stranger.send(new DatagramPacket(bytes, bytes.length, HERE, packet.getPort()));
                }
            }
            socket.send(packet);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_server_of_datagrams_answers() throws Exception {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        NetworkGrant grant = NetworkGrant.of("udp-listen:127.0.0.1:0", "udp:127.0.0.1:*");
        Future<Boolean> server =
                PROGRAM.start(grant, printed::add, "udp-serve", "127.0.0.1", "0", "1");
        int port = port(printed);
        try (DatagramSocket client = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
            client.setSoTimeout(20_000);
            byte[] bytes = "question".getBytes(StandardCharsets.UTF_8);
            client.send(new DatagramPacket(bytes, bytes.length, HERE, port));
            DatagramPacket answer = new DatagramPacket(new byte[1000], 1000);
            client.receive(answer);
            assertThat(new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8))
                    .isEqualTo("question");
        }
        assertThat(server.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_datagram_has_its_largest_size() throws Exception {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(PROGRAM.run(ALL, "udp-sizes", "127.0.0.1", port))
                    .isEqualTo(
                            "60000: sent|65000: sent"
                                    + "|send: datagram-too-large|70000: not sent");
        }
    }

    @Test
    void without_a_grant_everything_is_refused() {
        NetworkGrant none = NetworkGrant.NONE;
        assertThat(PROGRAM.run(none, "tcp-echo", "127.0.0.1", "1", "x"))
                .isEqualTo("create-tcp-socket: access-denied");
        assertThat(PROGRAM.run(none, "udp-echo", "127.0.0.1", "1", "x"))
                .isEqualTo("create-udp-socket: access-denied");
        assertThat(PROGRAM.run(none, "lookup", "localhost"))
                .isEqualTo("resolve-addresses: access-denied");
    }

    @Test
    void with_a_grant_the_rest_is_refused() throws IOException {
        try (ServerSocket server = echo(HERE)) {
            NetworkGrant grant = NetworkGrant.of("tcp:127.0.0.1:1", "udp:127.0.0.1:1");
            String port = port(server);
            assertThat(PROGRAM.run(grant, "tcp-echo", "127.0.0.1", port, "x"))
                    .isEqualTo("start-connect: access-denied");
            assertThat(PROGRAM.run(grant, "tcp-serve", "127.0.0.1", port, "1"))
                    .isEqualTo("start-bind: access-denied");
            assertThat(PROGRAM.run(grant, "tcp-serve", "127.0.0.1", "0", "1"))
                    .isEqualTo("start-listen: access-denied");
            assertThat(PROGRAM.run(grant, "udp-echo", "127.0.0.1", port, "x"))
                    .isEqualTo("send: access-denied");
            assertThat(PROGRAM.run(grant, "udp-connected", "127.0.0.1", port, "x"))
                    .isEqualTo("stream: access-denied");
            assertThat(PROGRAM.run(grant, "udp-serve", "127.0.0.1", port, "1"))
                    .isEqualTo("start-bind: access-denied");
            assertThat(PROGRAM.run(grant, "lookup", "localhost"))
                    .isEqualTo("resolve-addresses: access-denied");
        }
    }

    @Test
    void a_name_is_looked_up_where_it_is_granted_and_gives_what_is_granted() {
        assertThat(
                        PROGRAM.run(
                                NetworkGrant.of("name:LocalHost.", "tcp:127.0.0.0/8:1"),
                                "lookup",
                                "localhost"))
                .isEqualTo("127.0.0.1");
        assertThat(
                        PROGRAM.run(
                                NetworkGrant.of("name:localhost", "tcp:10.0.0.0/8:*"),
                                "lookup",
                                "localhost"))
                .isEqualTo("resolve-next-address: access-denied");
        assertThat(
                        PROGRAM.run(
                                NetworkGrant.of("name:no-such-name.invalid"),
                                "lookup",
                                "no-such-name.invalid"))
                .isIn(
                        "resolve-next-address: name-unresolvable",
                        "resolve-next-address: temporary-resolver-failure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp-wait-for-connection 127.0.0.1 0",
                "tcp-wait-for-bytes 127.0.0.1 PORT",
                "udp-wait-for-datagram 127.0.0.1 0"
            })
    void a_guest_that_waits_is_ended_by_its_deadline(String mode) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, HERE)) {
            String[] arguments = mode.replace("PORT", port(silent)).split(" ");
            Duration time = Duration.ofSeconds(1);
            long start = System.nanoTime();
            assertThatThrownBy(() -> PROGRAM.runFor(time, ALL, bytes -> {}, arguments))
                    .isInstanceOf(LimitExceeded.class);
            Duration late = Duration.ofNanos(System.nanoTime() - start).minus(time);
            System.out.println(arguments[0] + " was ended " + late.toMillis() + " ms late");
            assertThat(late).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_guest_that_waits_is_ended_by_an_interrupt() throws Exception {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                PROGRAM.runFor(
                                        Duration.ofSeconds(50),
                                        ALL,
                                        bytes -> printed.add("said"),
                                        "tcp-wait-for-connection",
                                        "127.0.0.1",
                                        "0");
                            } catch (RuntimeException e) {
                                ended.complete(e);
                            }
                        });
        thread.start();
        assertThat(printed.poll(20, TimeUnit.SECONDS)).isEqualTo("said");
        thread.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(Interrupted.class);
    }

    @Test
    void sockets_leave_no_file_open() throws IOException {
        Path files = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(files));
        try (ServerSocket server = echo(HERE)) {
            PROGRAM.run(ALL, "tcp-churn", "127.0.0.1", port(server), "1");
            long before = count(files);
            assertThat(PROGRAM.run(ALL, "tcp-churn", "127.0.0.1", port(server), "1000"))
                    .isEqualTo("1000");
            PROGRAM.run(ALL, "tcp-hold", "127.0.0.1", "0", "200");
            PROGRAM.run(ALL, "states");
            PROGRAM.run(ALL, "options");
            Duration time = Duration.ofMillis(500);
            assertThatThrownBy(
                            () ->
                                    PROGRAM.runFor(
                                            time,
                                            ALL,
                                            bytes -> {},
                                            "tcp-wait-for-connection",
                                            "127.0.0.1",
                                            "0"))
                    .isInstanceOf(LimitExceeded.class);
            // The server's own side of a connection may take a moment to be closed.
            assertThat(count(files)).isLessThanOrEqualTo(before + 3);
        }
    }

    private static long count(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.count();
        }
    }

    @Test
    void sockets_count_as_open_files() {
        assertThat(PROGRAM.run(ALL, "tcp-hold", "127.0.0.1", "0", "256")).isEqualTo("256");
        assertThatThrownBy(() -> PROGRAM.run(ALL, "tcp-hold", "127.0.0.1", "0", "257"))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("more than 256 files, directories and sockets");
    }
}

package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class TcpByteSourceTest {

    private static final String HOST = "127.0.0.1";

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByName(HOST));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        Reading.awaitNoThread(name());
    }

    private String name() {
        return "tcp://" + HOST + ":" + server.getLocalPort();
    }

    private TcpByteSource connect(TcpPolicy policy) {
        return TcpByteSource.connect(HOST, server.getLocalPort(), policy);
    }

    private static void send(Socket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void hangUp(Socket peer) throws IOException {
        peer.close();
    }

    @Test
    void what_the_server_sends_is_the_source_until_it_ends() throws Exception {
        long before = System.currentTimeMillis();
        try (TcpByteSource source = TcpByteSource.connect(HOST, server.getLocalPort());
                Socket peer = server.accept()) {
            send(peer, "hello");
            assertThat(Reading.atLeast(source, 5)).isEqualTo("hello");
            assertThat(source.timestamp()).isBetween(before, System.currentTimeMillis());
            send(peer, " world");
            hangUp(peer);

            assertThat(Reading.toEnd(source)).isEqualTo(" world");
            assertThat(source.name()).isEqualTo(name());
        }
    }

    @Test
    void a_reset_is_an_error_after_what_was_received() throws Exception {
        try (TcpByteSource source = connect(TcpPolicy.STANDARD);
                Socket peer = server.accept()) {
            send(peer, "abc");
            assertThat(Reading.atLeast(source, 3)).isEqualTo("abc");
            peer.setSoLinger(true, 0);
            hangUp(peer);

            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(() -> source.load(1))
                        .isInstanceOf(HostException.class)
                        .hasMessageContaining(name() + "\" failed at byte 3");
            }
            assertThat(source.ended()).isFalse();
        }
    }

    @Test
    void an_interrupt_ends_a_blocked_load_and_the_connection_goes_on() throws Exception {
        try (TcpByteSource source = connect(TcpPolicy.STANDARD);
                Socket peer = server.accept()) {
            Reading.interrupt(() -> source.load(1));
            send(peer, "on");
            assertThat(Reading.atLeast(source, 2)).isEqualTo("on");
        }
    }

    @Test
    void a_server_that_refuses_a_host_that_is_unknown_and_a_wrong_port_are_told() throws Exception {
        server.close();
        assertThatThrownBy(() -> connect(TcpPolicy.STANDARD))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("Connecting to " + name() + " failed: Connection refused")
                .hasMessageContaining("may not be running");
        assertThatThrownBy(() -> TcpByteSource.connect("no-such-host.invalid", 80))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("there is no host of that name");
        assertThatThrownBy(() -> TcpByteSource.connect(HOST, 70_000))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("from 1 to 65535");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a full backlog is silent on Linux alone")
    void a_server_that_does_not_answer_is_given_up_or_interrupted() throws Exception {
        List<Socket> waiting = fillBacklog();
        try {
            assertThatThrownBy(
                            () ->
                                    connect(TcpPolicy.STANDARD.within(Duration.ofMillis(200)))
                                            .close())
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("no answer in 200 ms");
            Reading.interrupt(
                    () -> connect(TcpPolicy.STANDARD.within(Duration.ofDays(100))).close());
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    private List<Socket> fillBacklog() {
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int count = 0; count < 10; count++) {
                Socket each = new Socket();
                waiting.add(each);
                each.connect(new InetSocketAddress(HOST, server.getLocalPort()), 200);
            }
        } catch (IOException e) {
            // Full.
        }
        return waiting;
    }

    @Test
    void a_lost_connection_is_made_again_as_often_as_the_policy_says() throws Exception {
        TcpPolicy policy = TcpPolicy.STANDARD.reconnect(2, Duration.ofMillis(10));
        try (TcpByteSource source = connect(policy)) {
            for (String text : List.of("first,", "second,", "third,")) {
                try (Socket peer = server.accept()) {
                    send(peer, text);
                    assertThat(Reading.atLeast(source, text.length())).isEqualTo(text);
                    peer.setSoLinger(true, 0);
                }
            }
            server.accept().close();
            server.close();
            assertThat(Reading.toEnd(source)).isEmpty();
            assertThat(source.position()).isEqualTo("first,second,third,".length());
        }
    }

    @Test
    void closing_ends_the_wait_for_a_reconnect() throws Exception {
        TcpPolicy policy = TcpPolicy.STANDARD.reconnect(100, Duration.ofDays(100));
        try (TcpByteSource source = connect(policy)) {
            server.accept().close();
            Reading.interrupt(() -> source.load(1));
        }
    }
}

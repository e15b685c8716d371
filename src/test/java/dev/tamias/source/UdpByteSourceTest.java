package dev.tamias.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.HostException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UdpByteSourceTest {

    private static final String HOST = "127.0.0.1";

    private static UdpByteSource bind(UdpPolicy policy) {
        return UdpByteSource.bind(HOST, 0, policy);
    }

    private static void send(UdpByteSource target, byte[] bytes) throws IOException {
        try (DatagramSocket sender = new DatagramSocket()) {
            InetAddress address = InetAddress.getByName(HOST);
            sender.send(new DatagramPacket(bytes, bytes.length, address, target.port()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void one_datagram_a_load_until_the_limit() throws Exception {
        long before = System.currentTimeMillis();
        try (UdpByteSource source = bind(UdpPolicy.STANDARD.limit(4))) {
            send(source, bytes("one"));
            send(source, new byte[0]);
            send(source, new byte[65_507]);
            send(source, bytes("two"));

            assertThat(source.load(1)).isEqualTo(3);
            assertThat(source.timestamp()).isBetween(before, System.currentTimeMillis());
            assertThat(source.load(2)).isZero();
            assertThat(source.load(4)).isEqualTo(65_507);
            assertThat(source.load(100_000)).isEqualTo(3);
            assertThat(source.length()).isEqualTo(65_513);
            assertThat(source.framed()).isTrue();
            source.consume(65_513);
            assertThat(source.load(1)).isZero();
            assertThat(source.ended()).isTrue();
        }
        Reading.awaitNoThread("udp://" + HOST + ":0");
    }

    @Test
    void silence_ends_it_where_the_policy_says_so() throws Exception {
        try (UdpByteSource source = bind(UdpPolicy.STANDARD.untilIdle(Duration.ofMillis(500)))) {
            send(source, bytes("only"));
            assertThat(Reading.toEnd(source)).isEqualTo("only");
        }
    }

    @Test
    void a_port_in_use_and_an_address_that_is_not_ours_are_told() {
        try (UdpByteSource first = UdpByteSource.bind(0)) {
            assertThatThrownBy(() -> UdpByteSource.bind(first.port()))
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("udp://127.0.0.1:" + first.port() + " is not possible")
                    .hasMessageContaining("another program may have the port");
        }
        assertThatThrownBy(() -> UdpByteSource.bind("192.0.2.1", 0))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("udp://192.0.2.1:0");
        assertThatThrownBy(() -> UdpByteSource.bind("no-such-host.invalid", 0))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("there is no address");
        assertThatThrownBy(() -> UdpByteSource.bind(70_000))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("from 0 to 65535");
    }

    @Test
    void an_interrupt_ends_a_blocked_load_and_the_source_goes_on() throws Exception {
        try (UdpByteSource source = bind(UdpPolicy.STANDARD)) {
            Reading.interrupt(() -> source.load(1));
            send(source, bytes("on"));
            assertThat(Reading.atLeast(source, 2)).isEqualTo("on");
        }
        Reading.awaitNoThread("udp://" + HOST + ":0");
    }

    @Test
    void a_group_that_is_no_group_is_told() {
        assertThatThrownBy(() -> bind(UdpPolicy.STANDARD.join("127.0.0.2")))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("127.0.0.2 must be a multicast address");
    }

    @Test
    void a_multicast_group_is_heard() throws Exception {
        InetAddress group = InetAddress.getByName("239.255.77.1");
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getByName(HOST));
        try (UdpByteSource source =
                        bind(
                                UdpPolicy.STANDARD
                                        .join("239.255.77.1")
                                        .limit(1)
                                        .untilIdle(Duration.ofSeconds(3)));
                MulticastSocket sender = new MulticastSocket()) {
            sender.setNetworkInterface(loopback);
            sender.send(new DatagramPacket(bytes("all"), 3, group, source.port()));
            String heard = Reading.toEnd(source);
            Assumptions.assumeFalse(heard.isEmpty(), "this machine's loopback has no multicast");
            assertThat(heard).isEqualTo("all");
        }
    }
}

package dev.tamias.wasi.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkGrantTest {

    private static InetSocketAddress at(String host, int port) {
        return new InetSocketAddress(AddressRange.literal(host), port);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp:127.0.0.1:8080, 127.0.0.1, 8080, true",
        "tcp:127.0.0.1:8080, 127.0.0.1, 8081, false",
        "tcp:127.0.0.1:8080, 127.0.0.2, 8080, false",
        "tcp:10.0.0.0/8:*, 10.255.3.4, 65535, true",
        "tcp:10.0.0.0/8:*, 11.0.0.0, 80, false",
        "tcp:192.168.16.0/20:80, 192.168.31.255, 80, true",
        "tcp:192.168.16.0/20:80, 192.168.32.0, 80, false",
        "tcp:0.0.0.0/0:80, 8.8.8.8, 80, true",
        "tcp:0.0.0.0/0:80, ::1, 80, false",
        "tcp:*:80-90, ::1, 85, true",
        "tcp:*:80-90, 1.2.3.4, 91, false",
        "tcp:*:80-90, 1.2.3.4, 79, false",
        "tcp:[::1]:80, ::1, 80, true",
        "tcp:[::1]:80, 127.0.0.1, 80, false",
        "tcp:[fe80::/10]:80, febf::1, 80, true",
        "tcp:[fe80::/10]:80, fec0::1, 80, false",
        "udp:127.0.0.1:80, 127.0.0.1, 80, false",
        "tcp-listen:127.0.0.1:80, 127.0.0.1, 80, false",
    })
    void allows_what_is_listed(String allowance, String host, int port, boolean isAllowed) {
        assertThat(NetworkGrant.of(allowance).allows(NetworkUse.TCP_CONNECT, at(host, port)))
                .isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp",
                "tcp:",
                "127.0.0.1:80",
                "tcp:127.0.0.1",
                "tcp:127.0.0.1:",
                "tcp:127.0.0.1:65536",
                "tcp:127.0.0.1:90-80",
                "tcp:127.0.0.1:-1",
                "tcp:127.1:80",
                "tcp:2130706433:80",
                "tcp:0127.0.0.1:80",
                "tcp:256.0.0.1:80",
                "tcp:10.0.0.1/8:80",
                "tcp:10.0.0.0/33:80",
                "tcp:10.0.0.0/:80",
                "tcp:example.org:80",
                "tcp:::1:80",
                "tcp:[::1:80",
                "tcp:[::ffff:127.0.0.1]:80",
                "tcp:[fe80::1%lo]:80",
                "http:127.0.0.1:80",
                "name:",
                "name:not/a/name",
                "name:-a.b",
            })
    void what_is_not_understood_allows_nothing(String allowance) {
        assertThatThrownBy(() -> NetworkGrant.of(allowance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"");
    }

    @Test
    void names_are_the_same_in_capitals_in_unicode_and_with_a_dot_at_the_end() {
        NetworkGrant grant = NetworkGrant.of("name:Example.ORG.", "name:bücher.example");
        assertThat(grant.allowsName(NetworkGrant.asciiName("example.org"))).isTrue();
        assertThat(grant.allowsName("xn--bcher-kva.example")).isTrue();
        assertThat(grant.allowsName("www.example.org")).isFalse();
        assertThat(grant.allowsAny(NetworkUse.TCP_CONNECT)).isFalse();
        assertThat(grant.isNone()).isFalse();
        assertThat(NetworkGrant.of().isNone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:ffff:7f00:1, false",
        "0:0:0:0:0:0:7f00:1, false",
        "0:0:0:0:0:0:0:1, true",
        "0:0:0:0:0:0:0:0, true",
        "2001:db8:0:0:0:0:0:1, true",
        "0:0:0:0:1:0:0:1, true",
    })
    void an_address_of_ipv6_is_no_way_round_to_ipv4(String text, boolean isOwn)
            throws UnknownHostException {
        byte[] bytes = new byte[16];
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            int part = Integer.parseInt(parts[i], 16);
            bytes[2 * i] = (byte) (part >> 8);
            bytes[2 * i + 1] = (byte) part;
        }
        InetAddress address = Inet6Address.getByAddress(null, bytes, -1);
        assertThat(AddressFamily.IPV6.has(address)).isEqualTo(isOwn);
        assertThat(AddressFamily.IPV4.has(address)).isFalse();
    }
}

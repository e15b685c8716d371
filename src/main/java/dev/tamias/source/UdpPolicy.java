package dev.tamias.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link UdpByteSource} listens and when it ends. Nothing ends it by default but being closed or
 * interrupted.
 *
 * @param idle ends the source when nothing came for this long, counted from the start too; null: never
 * @param datagrams ends the source after this many datagrams
 * @param group the address of a multicast group to join, as in "239.1.2.3"; null: none
 */
public record UdpPolicy(@Nullable Duration idle, long datagrams, @Nullable String group) {

    /** Listens for ever, to no group. */
    public static final UdpPolicy STANDARD = new UdpPolicy(null, Long.MAX_VALUE, null);

    public UdpPolicy {
        if (idle != null && (idle.isNegative() || idle.isZero())) {
            throw new IllegalArgumentException("an idle time of " + idle);
        }
        if (datagrams < 0) {
            throw new IllegalArgumentException("a limit of " + datagrams + " datagrams");
        }
    }

    public UdpPolicy untilIdle(Duration time) {
        return new UdpPolicy(time, datagrams, group);
    }

    public UdpPolicy limit(long most) {
        return new UdpPolicy(idle, most, group);
    }

    public UdpPolicy join(String address) {
        return new UdpPolicy(idle, datagrams, address);
    }

    /** As sockets take it: 0 is for ever. */
    int idleMillis() {
        return idle == null ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.max(1, idle.toMillis()));
    }
}

package dev.tamias.source;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which payloads of a capture are taken.
 *
 * @param transport null for every one
 * @param port the sender's or the receiver's; ICMP has none
 */
public record CaptureFilter(@Nullable Transport transport, OptionalInt port) {

    /** Every payload. */
    public static final CaptureFilter ALL = new CaptureFilter(null, OptionalInt.empty());

    /** The payloads of one transport. */
    public static CaptureFilter of(Transport transport) {
        return new CaptureFilter(transport, OptionalInt.empty());
    }

    /** The same, and only what comes from or goes to this port. */
    public CaptureFilter port(int number) {
        return new CaptureFilter(transport, OptionalInt.of(number));
    }

    boolean takes(Payload payload) {
        return (transport == null || transport == payload.transport())
                && (port.isEmpty()
                        || payload.source() == port.getAsInt()
                        || payload.destination() == port.getAsInt());
    }
}

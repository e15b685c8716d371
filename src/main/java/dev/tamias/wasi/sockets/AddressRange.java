package dev.tamias.wasi.sockets;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An address or a network of addresses, as in {@code 127.0.0.1}, {@code 10.0.0.0/8}, {@code ::1} and
 * {@code fe80::/10}; or {@code *}, every address. A range of IPv4 holds no address of IPv6.
 *
 * @param first its first bytes, of which {@code bits} bits count; empty for every address
 */
record AddressRange(List<Byte> first, int bits) {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final int BYTE = 8;

    /** @throws IllegalArgumentException where it is neither; a name is not looked up */
    static AddressRange parse(String text) {
        if (text.equals("*")) {
            return new AddressRange(List.of(), 0);
        }
        int slash = text.indexOf('/');
        byte[] bytes = literal(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int bits = bytes.length * BYTE;
        if (slash >= 0) {
            bits = number(text.substring(slash + 1), bits);
        }
        AddressRange range = new AddressRange(list(bytes), bits);
        for (int i = bits; i < bytes.length * BYTE; i++) {
            if ((bytes[i / BYTE] >> BYTE - 1 - i % BYTE & 1) != 0) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" has bits set behind its first " + bits);
            }
        }
        return range;
    }

    /** The address that a text states, of which nothing is looked up. */
    static InetAddress literal(String text) {
        try {
            if (IPV4.matcher(text).matches()) {
                byte[] bytes = new byte[BYTE / 2];
                String[] parts = text.split("\\.", -1);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) number(parts[i], 0xff);
                }
                return InetAddress.getByAddress(bytes);
            }
            if (text.indexOf(':') >= 0 && text.indexOf('%') < 0) {
                InetAddress address = InetAddress.getByName("[" + text + "]");
                if (address instanceof Inet6Address) {
                    return address;
                }
            }
        } catch (UnknownHostException e) {
            // Said below.
        }
        throw new IllegalArgumentException("\"" + text + "\" is no IP address");
    }

    private static int number(String text, int most) {
        // With a leading zero some read an octal number.
        boolean isNumber = text.matches("0|[1-9]\\d{0,4}");
        int number = isNumber ? Integer.parseInt(text) : -1;
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("\"" + text + "\" is no number up to " + most);
        }
        return number;
    }

    private static List<Byte> list(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return List.of(boxed);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (first.isEmpty()) {
            return true;
        }
        if (bytes.length != first.size()) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int difference = bytes[i / BYTE] ^ first.get(i / BYTE);
            if ((difference >> BYTE - 1 - i % BYTE & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}

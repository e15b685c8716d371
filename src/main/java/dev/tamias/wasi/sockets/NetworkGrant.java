package dev.tamias.wasi.sockets;

import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of the network a guest may use: exactly what is listed, the machine's own addresses and private
 * ones being no exception either way. An allowance is
 *
 * <ul>
 *   <li>{@code tcp:HOST:PORT}, to connect to it;
 *   <li>{@code tcp-listen:HOST:PORT}, to listen at it;
 *   <li>{@code udp:HOST:PORT}, to send datagrams to it and receive its answers;
 *   <li>{@code udp-listen:HOST:PORT}, to receive datagrams there;
 *   <li>{@code name:NAME}, to look that name up. An answer holds those addresses alone that another
 *       allowance names, and using one is checked again, so whoever answers for a name opens nothing.
 * </ul>
 *
 * HOST is an address, a network such as {@code 10.0.0.0/8}, or {@code *}; IPv6 stands in brackets. PORT
 * is a port, a range such as {@code 8000-8099}, or {@code *}.
 */
public final class NetworkGrant {

    /** Nothing: each operation is refused. */
    public static final NetworkGrant NONE = new NetworkGrant(List.of(), Set.of());

    private static final String NAME = "name";
    private static final int LONGEST_NAME = 253;
    private static final Pattern HOST_NAME =
            Pattern.compile(
                    "([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*"
                            + "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");

    private final List<Allowance> allowances;
    private final Set<String> names;

    private NetworkGrant(List<Allowance> allowances, Set<String> names) {
        this.allowances = allowances;
        this.names = names;
    }

    /**
     * What all of {@code allowances} allow.
     *
     * @throws IllegalArgumentException where one is not understood
     */
    public static NetworkGrant of(String... allowances) {
        List<Allowance> addresses = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String each : allowances) {
            int colon = each.indexOf(':');
            String word = each.substring(0, Math.max(0, colon));
            String rest = each.substring(colon + 1);
            if (word.equals(NAME)) {
                names.add(asciiName(rest));
            } else {
                addresses.add(Allowance.parse(use(word, each), rest));
            }
        }
        return new NetworkGrant(List.copyOf(addresses), Set.copyOf(names));
    }

    private static NetworkUse use(String word, String text) {
        for (NetworkUse each : NetworkUse.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "\""
                        + text
                        + "\" does not begin with tcp:, tcp-listen:, udp:, udp-listen: or name:");
    }

    /**
     * A name as it is looked up: in ASCII and small letters, without a dot at its end.
     *
     * @throws IllegalArgumentException where it is no host's name
     */
    static String asciiName(String name) {
        String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
        if (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        if (ascii.length() > LONGEST_NAME || !HOST_NAME.matcher(ascii).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a host");
        }
        return ascii;
    }

    /** Whether nothing is allowed. */
    public boolean isNone() {
        return allowances.isEmpty() && names.isEmpty();
    }

    /** Whether {@code use} of that address is allowed. */
    boolean allows(NetworkUse use, InetSocketAddress address) {
        return allowances.stream().anyMatch(each -> each.covers(use, address));
    }

    /** Whether any address may be used so. */
    boolean allowsAny(NetworkUse use) {
        return allowances.stream().anyMatch(each -> each.use() == use);
    }

    /** Whether an allowance names that address, at whichever port. */
    boolean names(InetAddress address) {
        return allowances.stream().anyMatch(each -> each.hosts().contains(address));
    }

    /** @param name as {@link #asciiName} gives it */
    boolean allowsName(String name) {
        return names.contains(name);
    }
}

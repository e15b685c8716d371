package dev.tamias.wasi.sockets;

/**
 * A port or a range of them, as in {@code 80}, {@code 8000-8099}, or {@code *}, every port. Port 0, to
 * listen at, stands for one that the system chooses.
 */
record PortRange(int first, int last) {

    private static final int MOST = 0xffff;

    /** @throws IllegalArgumentException where it is none */
    static PortRange parse(String text) {
        if (text.equals("*")) {
            return new PortRange(0, MOST);
        }
        int dash = text.indexOf('-');
        int first = port(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : port(text.substring(dash + 1));
        if (last < first) {
            throw new IllegalArgumentException("\"" + text + "\" is no range of ports");
        }
        return new PortRange(first, last);
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > MOST) {
            throw new IllegalArgumentException("\"" + text + "\" is no port");
        }
        return port;
    }

    boolean contains(int port) {
        return first <= port && port <= last;
    }
}

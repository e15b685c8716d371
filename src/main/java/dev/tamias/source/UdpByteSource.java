package dev.tamias.source;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The payloads of the UDP datagrams that arrive at a port, one a {@link #load}, each whole (65,507
 * bytes at most); {@link #timestamp} is when it was received. Datagrams that come faster than they are
 * parsed wait in memory, 8 MiB of them; what comes then is lost, as UDP has it. An empty datagram adds
 * nothing.
 */
public final class UdpByteSource extends LiveByteSource {

    private static final String LOOPBACK = "127.0.0.1";

    private static final long WAITING = 8 << 20;

    /** The longest payload of a datagram: 65,535 bytes less the headers of IP and UDP. */
    private static final int LONGEST = 65_507;

    private final DatagramSocket socket;
    private final UdpPolicy policy;

    private UdpByteSource(String name, DatagramSocket socket, UdpPolicy policy) {
        super(name, WAITING);
        this.socket = socket;
        this.policy = policy;
    }

    /** Listens at the loopback address: datagrams of this machine alone are received. */
    public static UdpByteSource bind(int port) {
        return bind(LOOPBACK, port, UdpPolicy.STANDARD);
    }

    /** Listens at one address of this machine; "0.0.0.0" is all of them. */
    public static UdpByteSource bind(String host, int port) {
        return bind(host, port, UdpPolicy.STANDARD);
    }

    /**
     * Listens at one address of this machine. Where the policy names a multicast group, that group's
     * datagrams are received, through the network interface which has the address {@code host}.
     *
     * @param port 1 to 65535, or 0 for any that is free, see {@link #port}
     */
    public static UdpByteSource bind(String host, int port, UdpPolicy policy) {
        String name = "udp://" + host + ":" + port;
        try {
            UdpByteSource source = new UdpByteSource(name, open(host, port, policy), policy);
            source.start();
            return source;
        } catch (UnknownHostException e) {
            throw failed(name, "there is no address \"" + e.getMessage() + "\"", e);
        } catch (IOException e) {
            throw failed(name, e.getMessage() + "; another program may have the port", e);
        } catch (IllegalArgumentException e) {
            throw failed(name, "a port is a number from 0 to 65535", e);
        }
    }

    private static HostException failed(String name, String reason, Exception cause) {
        return new HostException(
                Trouble.INPUT, "Listening at " + name + " is not possible: " + reason + ".", cause);
    }

    private static DatagramSocket open(String host, int port, UdpPolicy policy) throws IOException {
        SocketAddress local = new InetSocketAddress(InetAddress.getByName(host), port);
        DatagramSocket socket = new DatagramSocket((SocketAddress) null);
        try {
            // A wish: the kernel gives what it may.
            socket.setReceiveBufferSize((int) WAITING);
            if (policy.group() == null) {
                socket.bind(local);
            } else {
                join(socket, host, port, InetAddress.getByName(policy.group()));
            }
            socket.setSoTimeout(policy.idleMillis());
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static void join(DatagramSocket socket, String host, int port, InetAddress group)
            throws IOException {
        NetworkInterface network = NetworkInterface.getByInetAddress(InetAddress.getByName(host));
        if (!group.isMulticastAddress() || network == null) {
            throw new IOException(
                    group.getHostAddress()
                            + " must be a multicast address, and "
                            + host
                            + " an address of this machine");
        }
        // Several programs may listen to one group.
        socket.setReuseAddress(true);
        // Bound to the port alone: a socket bound to its own address gets no multicast datagrams.
        socket.bind(new InetSocketAddress(port));
        socket.joinGroup(new InetSocketAddress(group, port), network);
    }

    /** The port that is listened at. */
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    void receive(ChunkQueue queue) throws IOException, InterruptedException {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        try {
            for (long count = 0; count < policy.datagrams() && !queue.closed(); count++) {
                packet.setLength(LONGEST);
                socket.receive(packet);
                if (packet.getLength() > 0) {
                    queue.put(Chunk.now(Arrays.copyOf(packet.getData(), packet.getLength())));
                }
            }
        } catch (SocketTimeoutException e) {
            // Idle for as long as the policy says: the end.
        } finally {
            release();
        }
    }

    @Override
    boolean packeted() {
        return true;
    }

    @Override
    void release() {
        socket.close();
    }
}

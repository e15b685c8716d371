package dev.tamias;

import dev.tamias.source.CaptureFilter;
import dev.tamias.source.FollowPolicy;
import dev.tamias.source.TcpPolicy;
import dev.tamias.source.UdpPolicy;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the bytes to parse come from. Immutable; nothing is opened before a chain's terminal operation.
 * Made by the static methods, meant to be imported:
 *
 * <pre>{@code
 * import static dev.tamias.Bytes.*;
 * }</pre>
 *
 * <p>Files and streams that hold an archive (gzip, zstd, xz, bzip2) are unpacked, and of a file that
 * holds a network capture (pcap, pcapng) the payloads are taken; both are known by their first bytes,
 * whatever the name. {@link #raw} takes the bytes as they are.
 */
public final class Bytes {

    private final Origin origin;
    private final Map<String, Object> settings;
    private final boolean raw;

    private Bytes(Origin origin, Map<String, Object> settings, boolean raw) {
        this.origin = origin;
        this.settings = settings;
        this.raw = raw;
    }

    private static Bytes of(Origin origin) {
        return new Bytes(origin, Map.of(), false);
    }

    /** The bytes of the byte-source plugin of that name, or else of the file at that path. */
    public static Bytes bytes(String nameOrPath) {
        return of(new Origin.Named(nameOrPath));
    }

    /** The bytes of an array, as they are; it is not copied. */
    public static Bytes bytes(byte[] bytes) {
        return of(new Origin.InMemory(bytes));
    }

    /** The bytes of a stream, which is read by the first chain that ends, and closed by it. */
    public static Bytes bytes(InputStream stream) {
        return of(new Origin.Streamed(stream));
    }

    /** The bytes of a file. */
    public static Bytes file(Path path) {
        return of(new Origin.InFile(path));
    }

    /** The bytes of a file. */
    public static Bytes file(String path) {
        return file(Path.of(path));
    }

    /**
     * Several files of one kind. Each has a parser of its own; the rows come in the order of the files,
     * and a column {@code Source} names them.
     */
    public static Bytes files(Path... paths) {
        return of(new Origin.InFiles(List.of(paths)));
    }

    /** Several files; see {@link #files(Path...)}. */
    public static Bytes files(String... paths) {
        return of(new Origin.InFiles(Arrays.stream(paths).map(Path::of).toList()));
    }

    /** Several files; see {@link #files(Path...)}. */
    public static Bytes files(Collection<Path> paths) {
        return of(new Origin.InFiles(List.copyOf(paths)));
    }

    /**
     * The files that match a pattern, ordered by name; see {@link #files(Path...)}. In the pattern
     * {@code *} and {@code ?} stand for what is no {@code /}, {@code **} for anything, {@code [a-c]}
     * and {@code {a,b}} for alternatives: {@code glob("logs/app-*.log.gz")}.
     */
    public static Bytes glob(String pattern) {
        return of(new Origin.Matching(pattern));
    }

    /** The payloads of a network capture, pcap or pcapng, archived or not. */
    public static Bytes pcap(String path) {
        return pcap(Path.of(path), CaptureFilter.ALL);
    }

    /** The payloads of a network capture that a filter takes: {@code CaptureFilter.ALL.port(3490)}. */
    public static Bytes pcap(Path path, CaptureFilter filter) {
        return of(new Origin.Capture(path, filter));
    }

    /** The payloads of a network capture that a filter takes. */
    public static Bytes pcap(String path, CaptureFilter filter) {
        return pcap(Path.of(path), filter);
    }

    /** A file from its start, and then what is added to it, through rotation and truncation; endless. */
    public static Bytes follow(Path path) {
        return follow(path, FollowPolicy.STANDARD);
    }

    /** A file as it grows; see {@link #follow(Path)}. */
    public static Bytes follow(String path) {
        return follow(Path.of(path));
    }

    /** A file as it grows, with an end: {@code FollowPolicy.STANDARD.untilIdle(Duration.ofMinutes(1))}. */
    public static Bytes follow(Path path, FollowPolicy policy) {
        return of(new Origin.Followed(path, policy));
    }

    /** What a command writes to its standard output; the process ends with the chain that reads it. */
    public static Bytes process(String... command) {
        return of(new Origin.OfProcess(List.of(command)));
    }

    /** What a TCP server sends to us until it closes the connection. */
    public static Bytes tcp(String host, int port) {
        return tcp(host, port, TcpPolicy.STANDARD);
    }

    /** What a TCP server sends, with other patience or reconnects. */
    public static Bytes tcp(String host, int port, TcpPolicy policy) {
        return of(new Origin.Tcp(host, port, policy));
    }

    /** The datagrams that programs of this machine send to a port of it; endless. */
    public static Bytes udp(int port) {
        return udp("127.0.0.1", port);
    }

    /** The datagrams that come to a port at one address of this machine; 0.0.0.0 is all of them. */
    public static Bytes udp(String host, int port) {
        return udp(host, port, UdpPolicy.STANDARD);
    }

    /** Datagrams to an address of this machine, with an end or a multicast group. */
    public static Bytes udp(String host, int port, UdpPolicy policy) {
        return of(new Origin.Udp(host, port, policy));
    }

    /** The standard input of this process, which can be read once. */
    public static Bytes stdin() {
        return of(new Origin.Stdin());
    }

    /** The bytes that a byte-source plugin gives. */
    public static Bytes source(String plugin) {
        return of(new Origin.Plugin(plugin));
    }

    /** A log that comes with Tamias: {@code lines.log}, {@code sample.dlt}, {@code fields.csv} and others. */
    public static Bytes sample(String name) {
        return of(new Origin.Sample(name));
    }

    /** Sets a configuration item of the byte-source plugin. */
    public Bytes set(String id, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(id, value);
        return new Bytes(origin, more, raw);
    }

    /** Takes the bytes as they are: no archive is unpacked, no capture opened. */
    public Bytes raw() {
        return new Bytes(origin, settings, true);
    }

    Origin origin() {
        return origin;
    }

    Map<String, Object> settings() {
        return settings;
    }

    boolean isRaw() {
        return raw;
    }

    /** The same, of what its name or pattern stands for. */
    Bytes meaning(Origin meant) {
        return new Bytes(meant, settings, raw);
    }

    @Override
    public String toString() {
        return origin.title()
                + (settings.isEmpty() ? "" : " with " + settings)
                + (raw ? ", raw" : "");
    }
}

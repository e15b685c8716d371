package dev.tamias;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the bytes to parse come from. Made by the static methods, meant to be imported:
 *
 * <pre>{@code
 * import static dev.tamias.Bytes.*;
 * }</pre>
 */
public final class Bytes {

    /** What the bytes come from. */
    sealed interface Origin {}

    /** A byte-source plugin of that name, or else a file. */
    record Named(String name) implements Origin {}

    /** A byte-source plugin. */
    record Plugin(String name) implements Origin {}

    /** A file. */
    record InFile(Path path) implements Origin {}

    /** An array. */
    record InMemory(byte[] bytes) implements Origin {}

    /** A stream, which can be read once. */
    record Streamed(InputStream stream) implements Origin {}

    /** A log that comes with Tamias. */
    record Sample(String name) implements Origin {}

    private final Origin origin;
    private final Map<String, Object> settings;

    private Bytes(Origin origin, Map<String, Object> settings) {
        this.origin = origin;
        this.settings = settings;
    }

    private static Bytes of(Origin origin) {
        return new Bytes(origin, Map.of());
    }

    /** The bytes of the byte-source plugin of that name, or else of the file at that path. */
    public static Bytes bytes(String nameOrPath) {
        return of(new Named(nameOrPath));
    }

    /** The bytes of an array, which is not copied. */
    public static Bytes bytes(byte[] bytes) {
        return of(new InMemory(bytes));
    }

    /** The bytes of a stream, which is read by the first chain that ends, and closed by it. */
    public static Bytes bytes(InputStream stream) {
        return of(new Streamed(stream));
    }

    /** The bytes of a file. */
    public static Bytes file(Path path) {
        return of(new InFile(path));
    }

    /** The bytes of a file. */
    public static Bytes file(String path) {
        return of(new InFile(Path.of(path)));
    }

    /** The bytes that a byte-source plugin gives. */
    public static Bytes source(String plugin) {
        return of(new Plugin(plugin));
    }

    /** A log that comes with Tamias: {@code lines.log}, {@code sample.dlt}, {@code fields.csv} and others. */
    public static Bytes sample(String name) {
        return of(new Sample(name));
    }

    /** Sets a configuration item of the byte-source plugin. */
    public Bytes set(String id, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(id, value);
        return new Bytes(origin, more);
    }

    Origin origin() {
        return origin;
    }

    Map<String, Object> settings() {
        return settings;
    }

    @Override
    public String toString() {
        return origin + (settings.isEmpty() ? "" : " with " + settings);
    }
}

package dev.tamias.manager;

import dev.tamias.engine.Engine;
import dev.tamias.host.PluginApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on the plugins of one directory, in a file of our own beside Chipmunk's {@code .cache}.
 * Several processes share it: what is written is what others have written with the changes of this one,
 * under a lock, to a new file that is moved into place whole. What cannot be read is not believed.
 */
final class PluginCache implements VerdictCache {

    static final String FILE = ".tamias-cache.json";

    /** What a verdict depends on besides the bytes that it is about. */
    private static final String VERSIONS =
            "validator "
                    + PluginValidator.VERSION
                    + ", "
                    + Engine.version()
                    + ", interfaces "
                    + PluginApi.known().stream()
                            .map(PluginApi::title)
                            .collect(Collectors.joining(" "));

    /** A verdict and the look of the file that it was made of. */
    record Cached(@Nullable FileStamp stamp, Verdict verdict) {}

    private final Path directory;
    private final Consumer<String> warnings;
    private final Map<String, Cached> known;
    private final Map<String, Cached> changes = new HashMap<>();
    private boolean dirty;
    private boolean unwritable;

    private PluginCache(Path directory, Consumer<String> warnings) {
        this.directory = directory;
        this.warnings = warnings;
        this.known = new HashMap<>(read(true));
    }

    /** Reads the cache of a directory. */
    static PluginCache of(Path directory, Consumer<String> warnings) {
        return new PluginCache(directory, warnings);
    }

    private Path file() {
        return directory.resolve(FILE);
    }

    private Map<String, Cached> read(boolean warn) {
        try {
            return CacheFile.read(file(), VERSIONS);
        } catch (IOException e) {
            dirty = true;
            if (warn) {
                warnings.accept(
                        "The plugin cache \""
                                + file()
                                + "\" cannot be used and is made anew: "
                                + e.getMessage()
                                + ".");
            }
            return Map.of();
        }
    }

    private @Nullable String key(PluginFiles files) {
        return files instanceof PluginFiles.InDirectory own && own.wasm().startsWith(directory)
                ? directory.relativize(own.wasm()).toString().replace('\\', '/')
                : null;
    }

    private synchronized @Nullable Cached get(PluginFiles files) {
        String key = key(files);
        if (key == null) {
            return null;
        }
        Cached changed = changes.get(key);
        return changed == null ? known.get(key) : changed;
    }

    @Override
    public @Nullable Verdict find(PluginFiles files, @Nullable FileStamp stamp) {
        Cached cached = get(files);
        return cached != null && stamp != null && stamp.equals(cached.stamp())
                ? cached.verdict()
                : null;
    }

    @Override
    public @Nullable Verdict find(PluginFiles files, String sha256) {
        Cached cached = get(files);
        return cached != null && cached.verdict().sha256().equals(sha256) ? cached.verdict() : null;
    }

    @Override
    public synchronized void put(PluginFiles files, @Nullable FileStamp stamp, Verdict verdict) {
        String key = key(files);
        Cached cached = new Cached(stamp, verdict);
        if (key != null && !cached.equals(get(files))) {
            changes.put(key, cached);
        }
    }

    @Override
    public @Nullable String sha256(PluginFiles files) {
        Cached cached = get(files);
        return cached == null ? null : cached.verdict().sha256();
    }

    /** The binaries that were judged and are no longer there, by their paths in the directory. */
    synchronized List<String> vanished() {
        return known.keySet().stream()
                .filter(key -> !Files.exists(directory.resolve(key)))
                .sorted()
                .toList();
    }

    /** Has the next {@link #save} write where there is nothing new but plugins have gone. */
    synchronized void touch() {
        dirty |= !vanished().isEmpty();
    }

    @Override
    public synchronized void save() {
        if (changes.isEmpty() && !dirty || unwritable) {
            return;
        }
        try {
            Map<String, Cached> all = DirectoryLock.hold(directory, this::merge);
            changes.clear();
            dirty = false;
            known.clear();
            known.putAll(all);
        } catch (IOException e) {
            // A read-only place is as good as any; a verdict is then found out each time.
            unwritable = true;
            warnings.accept(
                    "The plugin cache \""
                            + file()
                            + "\" cannot be written: "
                            + e.getMessage()
                            + ".");
        }
    }

    /** Writes what others have written since with the changes of this process. */
    private Map<String, Cached> merge() throws IOException {
        Map<String, Cached> all = new TreeMap<>(read(false));
        all.putAll(changes);
        all.keySet().removeIf(key -> !Files.exists(directory.resolve(key)));
        CacheFile.write(file(), VERSIONS, all);
        return all;
    }
}

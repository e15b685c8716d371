package dev.tamias.manager;

import dev.tamias.engine.Engine;
import dev.tamias.host.PluginApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the plugins of one directory, in a file of our own beside Chipmunk's {@code .cache},
 * or of those in the class path, in such a file beside the engine's code.
 * Several processes share it: what is written is what others have written with the changes of this one,
 * under a lock, to a new file that is moved into place whole. What cannot be read is not believed.
 */
final class PluginCache implements VerdictCache {

    static final String FILE = ".tamias-cache";

    /** How it is written, and what a verdict depends on besides the bytes that it is about. */
    private static final String VERSIONS =
            "form "
                    + CachedForm.VERSION
                    + ", validator "
                    + PluginValidator.VERSION
                    + ", "
                    + Engine.version()
                    + ", interfaces "
                    + PluginApi.known().stream()
                            .map(PluginApi::title)
                            .collect(Collectors.joining(" "));

    /**
     * What is known of a plugin.
     *
     * @param stamp the look of the file that the verdict is about
     * @param tomlSha256 of the text that the metadata were read from; empty where they were not read
     */
    record Cached(
            @Nullable FileStamp stamp,
            @Nullable Verdict verdict,
            String tomlSha256,
            @Nullable PluginMetadata metadata) {

        static final Cached NOTHING = new Cached(null, null, "", null);

        // Written out, as those of FileStamp.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cached cached
                    && Objects.equals(stamp, cached.stamp)
                    && Objects.equals(verdict, cached.verdict)
                    && tomlSha256.equals(cached.tomlSha256)
                    && Objects.equals(metadata, cached.metadata);
        }

        @Override
        public int hashCode() {
            return Objects.hash(stamp, verdict, tomlSha256, metadata);
        }

        private boolean isOf(String sha256) {
            return verdict != null && verdict.sha256().equals(sha256);
        }
    }

    private final Path directory;
    private final boolean ofClassPath;
    private final Consumer<String> warnings;
    private final Map<String, Cached> known;
    private final Map<String, Cached> changes = new HashMap<>();
    private boolean dirty;
    private boolean unwritable;

    private PluginCache(Path directory, boolean ofClassPath, Consumer<String> warnings) {
        this.directory = directory;
        this.ofClassPath = ofClassPath;
        this.warnings = warnings;
        this.known = new HashMap<>(read(true));
    }

    /** Reads the cache of a directory. */
    static PluginCache of(Path directory, Consumer<String> warnings) {
        return new PluginCache(directory, false, warnings);
    }

    /** Reads the cache of the plugins in the class path, which is kept with the engine's code. */
    static VerdictCache ofClassPath(Engine engine, Consumer<String> warnings) {
        return engine.cacheDirectory()
                .<VerdictCache>map(directory -> new PluginCache(directory, true, warnings))
                .orElse(VerdictCache.NONE);
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
        if (ofClassPath) {
            return files instanceof PluginFiles.Bundled bundled ? bundled.location() : null;
        }
        return files instanceof PluginFiles.InDirectory own && own.wasm().startsWith(directory)
                ? directory.relativize(own.wasm()).toString().replace('\\', '/')
                : null;
    }

    /** Whether what a key stands for is still there, as far as that can be seen. */
    private boolean isThere(String key) {
        if (!ofClassPath) {
            return Files.exists(directory.resolve(key));
        }
        String place = key.replaceFirst("^jar:", "").replaceFirst("!/.*$", "");
        return !place.startsWith("file:") || Files.exists(Path.of(URI.create(place)));
    }

    private synchronized Cached get(PluginFiles files) {
        String key = key(files);
        Cached changed = key == null ? Cached.NOTHING : changes.get(key);
        return changed == null ? known.getOrDefault(key, Cached.NOTHING) : changed;
    }

    private synchronized void put(PluginFiles files, Cached cached) {
        String key = key(files);
        if (key != null && !cached.equals(get(files))) {
            changes.put(key, cached);
        }
    }

    @Override
    public @Nullable Verdict find(PluginFiles files, @Nullable FileStamp stamp) {
        Cached cached = get(files);
        return stamp != null && stamp.equals(cached.stamp()) ? cached.verdict() : null;
    }

    @Override
    public @Nullable Verdict find(PluginFiles files, String sha256) {
        Cached cached = get(files);
        return cached.isOf(sha256) ? cached.verdict() : null;
    }

    @Override
    public void put(PluginFiles files, @Nullable FileStamp stamp, Verdict verdict) {
        Cached earlier = get(files);
        put(files, new Cached(stamp, verdict, earlier.tomlSha256(), earlier.metadata()));
    }

    @Override
    public @Nullable PluginMetadata metadata(PluginFiles files, String tomlSha256) {
        Cached cached = get(files);
        return tomlSha256.equals(cached.tomlSha256()) ? cached.metadata() : null;
    }

    @Override
    public void put(PluginFiles files, String tomlSha256, PluginMetadata metadata) {
        Cached earlier = get(files);
        put(files, new Cached(earlier.stamp(), earlier.verdict(), tomlSha256, metadata));
    }

    @Override
    public @Nullable String sha256(PluginFiles files) {
        Verdict verdict = get(files).verdict();
        return verdict == null ? null : verdict.sha256();
    }

    /** The binaries that were judged and are no longer there, by their paths in the directory. */
    synchronized List<String> vanished() {
        return known.keySet().stream().filter(key -> !isThere(key)).sorted().toList();
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
        if (ofClassPath && !Files.isDirectory(directory)) {
            // The engine makes it, for the user alone, when it has compiled something.
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
        all.keySet().removeIf(key -> !isThere(key));
        CacheFile.write(file(), VERSIONS, all);
        return all;
    }
}

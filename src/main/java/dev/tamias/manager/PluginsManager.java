package dev.tamias.manager;

import dev.tamias.engine.Engine;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The plugins of some roots, each root a directory that holds {@code parsers/NAME/NAME.wasm} and {@code
 * bytesources/NAME/NAME.wasm} as Chipmunk's does, and those that come with Tamias. The first root that
 * has a name wins; bundled plugins come last. A scan looks at directories only.
 */
public final class PluginsManager {

    private final Engine engine;
    private final TreeMap<String, PluginEntry> parsers = new TreeMap<>();
    private final TreeMap<String, PluginEntry> byteSources = new TreeMap<>();

    private PluginsManager(Engine engine) {
        this.engine = engine;
    }

    /** Chipmunk's own root, {@code .chipmunk/plugins} in the user's home. */
    public static Path home() {
        return Path.of(System.getProperty("user.home", "."), ".chipmunk", "plugins");
    }

    /** Finds the plugins of {@code roots} and the bundled ones. A root that is missing has none. */
    public static PluginsManager scan(Engine engine, List<Path> roots) {
        PluginsManager manager = new PluginsManager(engine);
        for (PluginType type : PluginType.values()) {
            for (Path root : roots) {
                manager.scan(type, root.resolve(type.folder()));
            }
            for (PluginFiles.Bundled files : BundledPlugins.of(type)) {
                manager.add(new PluginEntry(files.name(), type, files, engine));
            }
        }
        return manager;
    }

    private void scan(PluginType type, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path directory : entries) {
                String name = String.valueOf(directory.getFileName());
                if (Files.isDirectory(directory)) {
                    Path wasm = directory.resolve(name + ".wasm");
                    add(
                            new PluginEntry(
                                    name,
                                    type,
                                    new PluginFiles.InDirectory(directory, wasm),
                                    engine));
                }
            }
        } catch (IOException e) {
            throw new HostException(
                    Trouble.PLUGIN_FILES,
                    "The plugins in \"" + folder + "\" cannot be listed: " + e.getMessage() + ".",
                    e);
        }
    }

    private void add(PluginEntry entry) {
        space(entry.type()).putIfAbsent(entry.name(), entry);
    }

    private Map<String, PluginEntry> space(PluginType type) {
        return type == PluginType.PARSER ? parsers : byteSources;
    }

    /** All plugins: parsers, then byte sources, each by name. */
    public List<PluginEntry> list() {
        List<PluginEntry> all = new ArrayList<>(parsers.values());
        all.addAll(byteSources.values());
        return all;
    }

    /** The plugin of that type and name. */
    public Optional<PluginEntry> find(PluginType type, String name) {
        return Optional.ofNullable(space(type).get(name));
    }

    /**
     * The plugin of that type and name, or in that {@code .wasm} file.
     *
     * @throws HostException naming the plugins there are
     */
    public PluginEntry require(PluginType type, String nameOrPath) {
        PluginEntry known = space(type).get(nameOrPath);
        if (known != null) {
            return known;
        }
        if (nameOrPath.endsWith(".wasm")) {
            Path wasm = Path.of(nameOrPath).toAbsolutePath();
            String name = String.valueOf(wasm.getFileName()).replaceAll("\\.wasm$", "");
            Path directory = wasm.getParent();
            return new PluginEntry(
                    name,
                    type,
                    new PluginFiles.InDirectory(directory == null ? wasm : directory, wasm),
                    engine);
        }
        throw new HostException(
                Trouble.UNKNOWN_PLUGIN,
                "There is no "
                        + type.title()
                        + " \""
                        + nameOrPath
                        + "\"; there are "
                        + names(type)
                        + ".");
    }

    private String names(PluginType type) {
        return space(type).isEmpty()
                ? "none"
                : space(type).keySet().stream().collect(Collectors.joining(", "));
    }
}

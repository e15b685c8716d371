package dev.tamias;

import dev.tamias.engine.Engine;
import dev.tamias.manager.PluginDirectory;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginPackage;
import dev.tamias.manager.PluginRemoval;
import dev.tamias.manager.PluginWatch;
import dev.tamias.manager.PluginsManager;
import dev.tamias.manager.Reload;
import dev.tamias.model.PluginType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tech.tablesaw.api.Table;

/**
 * The plugins that were found, and the start of every chain:
 *
 * <pre>{@code
 * Plugins.scan().parser("dlt").over(bytes("trace.dlt")).table()
 * }</pre>
 */
public final class Plugins {

    private final Engine engine;
    private final PluginsManager manager;

    private Plugins(Engine engine, PluginsManager manager) {
        this.engine = engine;
        this.manager = manager;
    }

    /**
     * Finds the plugins in {@code ~/.chipmunk/plugins} and those that come with Tamias. A plugin in the
     * home directory wins over a bundled one of the same name. No plugin is read or run yet.
     */
    public static Plugins scan() {
        return scan(new Path[0]);
    }

    /** Finds the plugins in {@code roots} first, the first root winning, then as {@link #scan()} does. */
    public static Plugins scan(Path... roots) {
        return new Plugins(
                Engine.shared(),
                PluginsManager.of(Engine.shared(), PluginDirectory.all(List.of(roots))));
    }

    /**
     * Finds the plugins as {@link #scan(Path...)} does, and what can be used of them, on the engine's
     * executor. To cancel the future stops the work.
     */
    public static CompletableFuture<Plugins> scanAsync(Path... roots) {
        return BackgroundScan.start(Engine.shared(), roots);
    }

    /**
     * Chooses a parser.
     *
     * @param nameOrPath the name of a parser, or the path of a {@code .wasm} file
     */
    public ParserStep parser(String nameOrPath) {
        return new ParserStep(engine, manager, nameOrPath, Map.of());
    }

    /** All plugins: parsers, then byte sources, each by name. */
    public List<PluginEntry> list() {
        return manager.list();
    }

    /** The plugin of that type and name. */
    public PluginEntry plugin(PluginType type, String nameOrPath) {
        return manager.require(type, nameOrPath);
    }

    /**
     * Finds out of every plugin whether it can be used; what a cache knows is not found out again.
     *
     * @return these plugins, none of them merely discovered any more
     */
    public Plugins check() {
        manager.check();
        return this;
    }

    /** What went wrong with directories and caches, which did not keep plugins from being found. */
    public List<String> warnings() {
        return manager.warnings();
    }

    /**
     * Adds a plugin to the first directory of plugins: a directory, a {@code .wasm} file, a zip or jar
     * archive, {@code maven:group:artifact:version} or {@code classpath:path/NAME.wasm}.
     *
     * @throws dev.tamias.model.TamiasException where it cannot be used, or is there already; nothing has
     *     been written then
     */
    public PluginEntry add(String plugin) {
        return manager.add(PluginPackage.of(plugin));
    }

    /** As {@link #add}, in the place of the one of its type and name, if there is one. */
    public PluginEntry update(String plugin) {
        return manager.update(PluginPackage.of(plugin));
    }

    /**
     * As {@link #add}, where the binary is the one that is meant.
     *
     * @param sha256 of the {@code .wasm} file, in hexadecimal
     */
    public PluginEntry add(String plugin, String sha256) {
        return manager.add(PluginPackage.of(plugin).withSha256(sha256));
    }

    /** What was found out about a plugin since the scan, and what it logged and printed in its runs. */
    public Log log(PluginType type, String name) {
        return Log.of(manager.require(type, name).log());
    }

    /** Removes a plugin; {@link PluginRemoval#undo} puts it back. */
    public PluginRemoval remove(PluginType type, String name) {
        return manager.remove(type, name);
    }

    /** Looks at all directories again and says what was added, changed and removed. */
    public Reload reload() {
        return manager.reload();
    }

    /** Reloads whenever a plugin's file changes, until it is closed: while a plugin is developed. */
    public PluginWatch watch(Consumer<Reload> listener) {
        return manager.watch(listener);
    }

    /** The manager behind these plugins, for what is asked more seldom. */
    public PluginsManager manager() {
        return manager;
    }

    /**
     * The plugins as a table: name, type, title, state, origin; then, as far as they are known, the
     * versions of interface and plugin, size, SHA-256, how many runs there are, what the plugin hides,
     * and what is wrong with it.
     */
    public Table table() {
        return PluginsTable.of(manager);
    }

    @Override
    public String toString() {
        return table().print();
    }
}

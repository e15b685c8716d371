package dev.tamias.manager;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The plugins of some directories and of the class path, such as those that come with Tamias. The first
 * directory that has a name wins; the class path comes last. A scan looks at directories and at their
 * caches only; a plugin is read when it is used or checked. Safe to use from any thread.
 */
public final class PluginsManager {

    /** How often a watch looks. */
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Engine engine;
    private final List<PluginDirectory> directories;
    private volatile Inventory inventory;

    private PluginsManager(Engine engine, List<PluginDirectory> directories) {
        this.engine = engine;
        this.directories = List.copyOf(directories);
        this.inventory = Inventory.of(engine, this.directories, null, entry -> false);
    }

    /** Chipmunk's own directory, {@code .chipmunk/plugins} in the user's home. */
    public static Path home() {
        return PluginDirectory.home();
    }

    /** Finds the plugins of {@code roots} and of the class path. A root that is missing has none. */
    public static PluginsManager scan(Engine engine, List<Path> roots) {
        return of(
                engine, roots.stream().map(each -> new PluginDirectory(each, "argument")).toList());
    }

    /** Finds the plugins of directories and of the class path. One that is missing has none. */
    public static PluginsManager of(Engine engine, List<PluginDirectory> directories) {
        return new PluginsManager(engine, directories);
    }

    /** Where plugins are looked for, the one that wins first. */
    public List<PluginDirectory> directories() {
        return directories;
    }

    /** What went wrong with directories and caches, which did not keep plugins from being found. */
    public List<String> warnings() {
        return inventory.warnings();
    }

    /** All plugins: parsers, then byte sources, each by name. */
    public List<PluginEntry> list() {
        return inventory.winners();
    }

    /** The plugins that {@code entry} hides, since they have its type and name in a later place. */
    public List<PluginEntry> shadowed(PluginEntry entry) {
        List<PluginEntry> named = inventory.named(entry.type(), entry.name());
        return named.isEmpty() ? named : named.subList(1, named.size());
    }

    /** The plugin of that type and name. */
    public Optional<PluginEntry> find(PluginType type, String name) {
        return inventory.named(type, name).stream().findFirst();
    }

    /**
     * The plugin of that type and name, or in that {@code .wasm} file.
     *
     * @throws HostException naming the plugins there are
     */
    public PluginEntry require(PluginType type, String nameOrPath) {
        PluginEntry known = find(type, nameOrPath).orElse(null);
        if (known != null) {
            return known;
        }
        if (nameOrPath.endsWith(".wasm")) {
            Path wasm = Path.of(nameOrPath).toAbsolutePath();
            String name = String.valueOf(wasm.getFileName()).replaceAll("\\.wasm$", "");
            Path directory = Objects.requireNonNullElse(wasm.getParent(), wasm);
            return new PluginEntry(
                    name,
                    type,
                    new PluginFiles.InDirectory(directory, wasm),
                    new PluginValidator(engine),
                    VerdictCache.NONE);
        }
        throw new HostException(
                Trouble.UNKNOWN_PLUGIN,
                "There is no "
                        + type.title()
                        + " \""
                        + nameOrPath
                        + "\"; there are "
                        + names(type)
                        + "."
                        + said(warnings()));
    }

    /** What may be why a plugin was not found. */
    private static String said(List<String> warnings) {
        return warnings.stream().map(" "::concat).collect(Collectors.joining());
    }

    private String names(PluginType type) {
        List<String> names = inventory.names(type);
        return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
    }

    /**
     * Finds out of every plugin whether it can be used, so that no state is DISCOVERED afterwards. What
     * a cache knows is not found out again; a plugin that fails keeps no other from being looked at.
     */
    public void check() {
        check(list());
    }

    /** Several at once: judging takes longest where a plugin is compiled. */
    private void check(List<PluginEntry> entries) {
        AtOnce.forEach(engine.executor(), entries, PluginEntry::check);
        entries.forEach(PluginEntry::save);
    }

    /**
     * Looks at all directories again, at each binary byte for byte, and judges what is new. Plugins that
     * are as before stay what they are.
     *
     * @throws HostException where a directory cannot be listed any more; all stays as it was then
     */
    public synchronized Reload reload() {
        Inventory before = inventory;
        Inventory now = Inventory.of(engine, directories, before, PluginEntry::isUnchanged);
        if (before.isComplete() && !now.isComplete()) {
            throw new HostException(
                    Trouble.PLUGIN_FILES,
                    "The plugins cannot be loaded again, and stay what they were."
                            + said(now.warnings()));
        }
        Reload reload = compare(before, now);
        List<PluginEntry> fresh = new ArrayList<>(reload.added());
        fresh.addAll(reload.changed());
        check(fresh);
        now.winners().forEach(PluginEntry::save);
        inventory = now;
        return reload;
    }

    private static Reload compare(Inventory before, Inventory now) {
        List<PluginEntry> added = new ArrayList<>();
        List<PluginEntry> changed = new ArrayList<>();
        List<PluginEntry> removed = new ArrayList<>();
        for (PluginEntry each : now.winners()) {
            List<PluginEntry> earlier = before.named(each.type(), each.name());
            if (earlier.isEmpty()) {
                added.add(each);
            } else if (!earlier.get(0).equals(each)) {
                changed.add(each);
            }
        }
        for (PluginEntry each : before.winners()) {
            if (now.named(each.type(), each.name()).isEmpty()) {
                removed.add(each);
            }
        }
        return new Reload(added, changed, removed);
    }

    /**
     * The plugins that were judged at an earlier time, perhaps by another process, and are gone: their
     * binaries' paths within the directories, with {@code /}.
     */
    public List<String> vanished() {
        return inventory.vanished();
    }

    /** Has the caches forget plugins that are gone. */
    public void purge() {
        inventory.purge();
    }

    /** How all files of plugins look from outside. */
    Map<Path, FileStamp> stamps() {
        Map<Path, FileStamp> stamps = new HashMap<>();
        try {
            for (PluginDirectory each : directories) {
                each.stamp(stamps);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stamps;
    }

    /**
     * Reloads whenever a plugin's file changes, until the watch is closed: for a plugin that is being
     * developed.
     *
     * @param listener told what changed; on a thread of the watch
     */
    public PluginWatch watch(Consumer<Reload> listener) {
        return new PluginWatch(this, WATCH, listener);
    }

    /**
     * Adds a plugin to the first directory, which no other can hide. Everything is read and judged before
     * anything is written; then the plugin is there whole.
     *
     * @throws InvalidPlugin where it could not be used; it is not added then
     * @throws HostException where it is there already and valid, its name is refused, or it cannot be
     *     written
     */
    public PluginEntry add(PluginPackage plugin) {
        return install(plugin, false);
    }

    /**
     * Adds a plugin, or puts it in the place of the one of its type and name, which goes to the trash.
     *
     * @throws HostException as for {@link #add}, and where instances of the earlier one are at work
     */
    public PluginEntry update(PluginPackage plugin) {
        return install(plugin, true);
    }

    private synchronized PluginEntry install(PluginPackage plugin, boolean replace) {
        PluginContent content = plugin.read();
        PluginType type = installer().install(content, replace);
        reload();
        return require(type, content.name());
    }

    /**
     * Takes a plugin away with its compiled code, in such a way that it can be put back for some days.
     *
     * @throws HostException where there is none of the kind, it is bundled, or instances are at work
     */
    public synchronized PluginRemoval remove(PluginType type, String name) {
        PluginEntry entry = find(type, name).orElseThrow(() -> unknown(type, name));
        Optional<Component> component = entry.usable();
        PluginRemoval removal = installer().remove(entry, this::reload);
        reload();
        purge();
        component.ifPresent(Component::forgetCode);
        return removal;
    }

    private HostException unknown(PluginType type, String name) {
        return new HostException(
                Trouble.UNKNOWN_PLUGIN,
                "There is no " + type.title() + " \"" + name + "\" to remove." + said(warnings()));
    }

    private PluginInstaller installer() {
        if (directories.isEmpty()) {
            throw new HostException(
                    Trouble.PLUGIN_FILES, "There is no directory to add plugins to.");
        }
        return new PluginInstaller(this, new PluginValidator(engine), directories.get(0));
    }
}

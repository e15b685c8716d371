package dev.tamias.manager;

import dev.tamias.engine.Engine;
import dev.tamias.model.PluginType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plugins of one scan. Not changed once it is made; what is known of an entry grows. */
final class Inventory {

    private final Map<PluginType, Map<String, List<PluginEntry>>> entries =
            new EnumMap<>(PluginType.class);
    private final List<PluginCache> caches = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean complete = true;

    private Inventory() {
        for (PluginType type : PluginType.values()) {
            entries.put(type, new TreeMap<>());
        }
    }

    /**
     * Looks at directories and the class path; reads no binary and runs nothing.
     *
     * @param before the entries of this scan are taken over where {@code unchanged} says so
     */
    static Inventory of(
            Engine engine,
            List<PluginDirectory> directories,
            @Nullable Inventory before,
            Predicate<PluginEntry> unchanged) {
        Inventory made = new Inventory();
        PluginValidator validator = new PluginValidator(engine);
        for (PluginDirectory directory : directories) {
            PluginTrash.recover(directory.path(), made::warn);
            PluginCache cache = PluginCache.of(directory.path(), made::warn);
            made.caches.add(cache);
            for (PluginType type : PluginType.values()) {
                for (Path each : made.list(directory, type)) {
                    String name = String.valueOf(each.getFileName());
                    PluginEntry known =
                            before == null ? null : before.at(type, name, each).orElse(null);
                    made.add(
                            known != null && unchanged.test(known)
                                    ? known
                                    : new PluginEntry(
                                            name,
                                            type,
                                            new PluginFiles.InDirectory(
                                                    each, each.resolve(name + ".wasm")),
                                            validator,
                                            cache));
                }
            }
        }
        made.addBundled(validator, PluginCache.ofClassPath(engine, made::warn), before);
        return made;
    }

    private List<Path> list(PluginDirectory directory, PluginType type) {
        try {
            return directory.list(type);
        } catch (IOException e) {
            complete = false;
            warn(
                    "The plugins in \""
                            + directory.folder(type)
                            + "\" cannot be listed: "
                            + e.getMessage()
                            + ".");
            return List.of();
        }
    }

    /** Whether all folders could be listed. */
    boolean isComplete() {
        return complete;
    }

    private void addBundled(
            PluginValidator validator, VerdictCache cache, @Nullable Inventory before) {
        for (BundledPlugins root : BundledPlugins.all()) {
            for (PluginType type : PluginType.values()) {
                for (PluginFiles.Bundled files : root.of(type)) {
                    PluginEntry known =
                            before == null ? null : before.with(type, files).orElse(null);
                    add(
                            known != null
                                    ? known
                                    : new PluginEntry(files.name(), type, files, validator, cache));
                }
            }
        }
    }

    private void add(PluginEntry entry) {
        space(entry.type()).computeIfAbsent(entry.name(), key -> new ArrayList<>()).add(entry);
    }

    private void warn(String warning) {
        synchronized (warnings) {
            warnings.add(warning);
        }
    }

    private Map<String, List<PluginEntry>> space(PluginType type) {
        return Objects.requireNonNull(entries.get(type));
    }

    private Optional<PluginEntry> at(PluginType type, String name, Path directory) {
        return space(type).getOrDefault(name, List.of()).stream()
                .filter(
                        each ->
                                each.files() instanceof PluginFiles.InDirectory own
                                        && own.directory().equals(directory))
                .findFirst();
    }

    private Optional<PluginEntry> with(PluginType type, PluginFiles files) {
        return space(type).values().stream()
                .flatMap(List::stream)
                .filter(each -> each.files().equals(files))
                .findFirst();
    }

    /** The plugins that are used by their names: parsers, then byte sources, each by name. */
    List<PluginEntry> winners() {
        List<PluginEntry> all = new ArrayList<>();
        entries.values().forEach(space -> space.values().forEach(each -> all.add(each.get(0))));
        return all;
    }

    /** The plugins of this type and name: the one that wins, then those that it hides. */
    List<PluginEntry> named(PluginType type, String name) {
        return List.copyOf(space(type).getOrDefault(name, List.of()));
    }

    /** The names of the plugins of a type. */
    List<String> names(PluginType type) {
        return List.copyOf(space(type).keySet());
    }

    List<String> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }

    /** What the caches know and the directories no longer have. */
    List<String> vanished() {
        return caches.stream().flatMap(cache -> cache.vanished().stream()).toList();
    }

    /** Has the caches forget plugins that are gone. */
    void purge() {
        caches.forEach(PluginCache::touch);
        caches.forEach(PluginCache::save);
    }
}

package dev.tamias;

import dev.tamias.engine.Engine;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginsManager;
import dev.tamias.model.PluginType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
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
        List<Path> all = new ArrayList<>(List.of(roots));
        all.add(PluginsManager.home());
        return new Plugins(Engine.shared(), PluginsManager.scan(Engine.shared(), all));
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

    /** The plugins as a table: name, type, title, state, origin. */
    public Table table() {
        StringColumn name = StringColumn.create("Name");
        StringColumn type = StringColumn.create("Type");
        StringColumn title = StringColumn.create("Title");
        StringColumn state = StringColumn.create("State");
        StringColumn origin = StringColumn.create("Origin");
        for (PluginEntry entry : list()) {
            name.append(entry.name());
            type.append(entry.type().title());
            title.append(entry.metadata().title());
            state.append(entry.state().name());
            origin.append(entry.origin());
        }
        return Table.create("plugins", name, type, title, state, origin);
    }

    @Override
    public String toString() {
        return table().print();
    }
}

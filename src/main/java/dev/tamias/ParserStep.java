package dev.tamias;

import dev.tamias.engine.Engine;
import dev.tamias.host.Configuration;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginsManager;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A parser was chosen; next it may be configured and set over bytes. Immutable. */
public final class ParserStep {

    private final Engine engine;
    private final PluginsManager manager;
    private final String nameOrPath;
    private final Map<String, Object> settings;

    ParserStep(
            Engine engine,
            PluginsManager manager,
            String nameOrPath,
            Map<String, Object> settings) {
        this.engine = engine;
        this.manager = manager;
        this.nameOrPath = nameOrPath;
        this.settings = settings;
    }

    /**
     * Sets a configuration item of the parser.
     *
     * @param value a Boolean, a Number, a text, a path or a list of paths, as the item's type needs
     */
    public ParserStep set(String id, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(id, value);
        return new ParserStep(engine, manager, nameOrPath, more);
    }

    /** Sets the parser over bytes. */
    public SourceStep over(Bytes bytes) {
        return new SourceStep(RunPlan.of(this, bytes));
    }

    /**
     * Sets the parser over a column of another's rows, for {@link SourceStep#then}: each cell is an
     * input of its own.
     */
    public ColumnStep on(String column) {
        return new ColumnStep(this, column, false, UnaryOperator.identity());
    }

    /** What the parser can be configured with. Terminal: loads the plugin. */
    public ConfigSchema schema() {
        return plugin().info().schema();
    }

    /** The plugin. Terminal: looks it up. */
    public PluginEntry plugin() {
        return manager.require(PluginType.PARSER, nameOrPath);
    }

    /** Says what would be run, and with which configuration. Terminal: loads the plugin, parses nothing. */
    public String explain() {
        PluginEntry entry = plugin();
        PluginInfo info = entry.info();
        StringBuilder text = new StringBuilder();
        text.append("parser      ")
                .append(entry.name())
                .append(' ')
                .append(info.version())
                .append(", interface ")
                .append(info.apiVersion())
                .append(", ")
                .append(entry.origin())
                .append('\n');
        configuration(info)
                .values()
                .forEach(
                        (id, value) ->
                                text.append("            ")
                                        .append(id)
                                        .append(" = ")
                                        .append(value.text())
                                        .append(settings.containsKey(id) ? "" : " (default)")
                                        .append('\n'));
        return text.toString();
    }

    Configuration configuration(PluginInfo info) {
        return Configuration.of(nameOrPath, info.schema(), settings);
    }

    Engine engine() {
        return engine;
    }

    String name() {
        return nameOrPath;
    }

    Map<String, Object> settings() {
        return settings;
    }

    PluginsManager plugins() {
        return manager;
    }
}

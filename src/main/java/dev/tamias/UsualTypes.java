package dev.tamias;

import dev.tamias.host.RunLog;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.table.TableOptions;
import dev.tamias.table.type.CellType;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** The types that plugins declare for their columns in {@code [x-tamias.columns]} of their toml. */
final class UsualTypes {

    private UsualTypes() {}

    /**
     * These options with the types of a plugin. One that cannot be read is found from the cells, as if it
     * were not there, and the plugin's log says so: a bad toml makes no bad plugin.
     */
    static TableOptions of(PluginEntry plugin, TableOptions options) {
        TableOptions all = options;
        for (Map.Entry<String, String> each : plugin.metadata().columns().entrySet()) {
            try {
                all = all.usual(each.getKey(), CellType.of(each.getValue()));
            } catch (HostException e) {
                plugin.log()
                        .add(
                                new RunLog.Entry(
                                        Instant.now(),
                                        LogLevel.WARN,
                                        RunLog.Kind.SESSION,
                                        plugin.name(),
                                        "",
                                        OptionalLong.empty(),
                                        "Column "
                                                + each.getKey()
                                                + " of "
                                                + plugin.name()
                                                + ".toml: "
                                                + e.sentence()));
            }
        }
        return all;
    }
}

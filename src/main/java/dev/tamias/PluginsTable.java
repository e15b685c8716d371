package dev.tamias;

import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginsManager;
import dev.tamias.manager.Problem;
import dev.tamias.model.PluginInfo;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The plugins of a manager as a table, a row each; nothing is found out for it. */
final class PluginsTable {

    private final StringColumn name = StringColumn.create("Name");
    private final StringColumn type = StringColumn.create("Type");
    private final StringColumn title = StringColumn.create("Title");
    private final StringColumn state = StringColumn.create("State");
    private final StringColumn origin = StringColumn.create("Origin");
    private final StringColumn api = StringColumn.create("Interface");
    private final StringColumn version = StringColumn.create("Version");
    private final LongColumn size = LongColumn.create("Size");
    private final StringColumn sha256 = StringColumn.create("SHA-256");
    private final IntColumn running = IntColumn.create("Running");
    private final StringColumn shadows = StringColumn.create("Shadows");
    private final StringColumn problems = StringColumn.create("Problems");

    private PluginsTable() {}

    static Table of(PluginsManager manager) {
        PluginsTable table = new PluginsTable();
        manager.list().forEach(entry -> table.append(manager, entry));
        return Table.create(
                "plugins",
                table.name,
                table.type,
                table.title,
                table.state,
                table.origin,
                table.api,
                table.version,
                table.size,
                table.sha256,
                table.running,
                table.shadows,
                table.problems);
    }

    private void append(PluginsManager manager, PluginEntry entry) {
        name.append(entry.name());
        type.append(entry.type().title());
        title.append(entry.metadata().title());
        state.append(entry.state().name());
        origin.append(entry.origin());
        Optional<PluginInfo> info = entry.known();
        api.append(info.map(known -> known.apiVersion().toString()).orElse(""));
        version.append(info.map(known -> known.version().toString()).orElse(""));
        entry.size().ifPresentOrElse(size::append, size::appendMissing);
        sha256.append(entry.sha256().orElse(""));
        running.append(entry.running());
        shadows.append(
                manager.shadowed(entry).stream()
                        .map(PluginEntry::origin)
                        .collect(Collectors.joining(", ")));
        problems.append(
                entry.problems().stream().map(Problem::sentence).collect(Collectors.joining(" ")));
    }
}

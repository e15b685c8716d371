package dev.tamias;

import dev.tamias.host.RunLog;
import dev.tamias.table.TextTable;
import dev.tamias.table.column.ColumnTypes;
import java.time.ZoneOffset;
import java.util.List;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What plugins logged and printed in a run, how they trapped, and what the sessions say of them.
 *
 * @param entries in their order, the last ten thousand
 * @param dropped how many were given up before them
 */
public record Log(List<RunLog.Entry> entries, long dropped) {

    public Log {
        entries = List.copyOf(entries);
    }

    static Log of(RunLog log) {
        return new Log(log.entries(), log.dropped());
    }

    /** The entries as a table: time, level, kind, plugin, session, byte offset of the input, text. */
    public Table table() {
        ColumnTypes.initialise();
        InstantColumn time = InstantColumn.create("Time");
        StringColumn level = StringColumn.create("Level");
        StringColumn kind = StringColumn.create("Kind");
        StringColumn plugin = StringColumn.create("Plugin");
        StringColumn session = StringColumn.create("Session");
        LongColumn offset = LongColumn.create("Offset");
        StringColumn text = StringColumn.create("Text");
        for (RunLog.Entry entry : entries) {
            time.append(entry.time());
            level.append(entry.level().name());
            kind.append(entry.kind().name());
            plugin.append(entry.plugin());
            session.append(entry.session());
            if (entry.offset().isPresent()) {
                offset.append(entry.offset().getAsLong());
            } else {
                offset.appendMissing();
            }
            text.append(entry.text());
        }
        return Table.create("log", time, level, kind, plugin, session, offset, text);
    }

    /** One entry a line. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(line(entry)).append('\n'));
        return lines.toString();
    }

    /** An entry on one line, as for a terminal. */
    public static String line(RunLog.Entry entry) {
        String offset = entry.offset().isPresent() ? " at byte " + entry.offset().getAsLong() : "";
        return String.format(
                "%s %s %s %s%s%s: %s",
                entry.time().atOffset(ZoneOffset.UTC).toLocalTime(),
                entry.level(),
                entry.kind(),
                entry.plugin(),
                entry.session().isEmpty() ? "" : " of " + entry.session(),
                offset,
                TextTable.escape(entry.text()));
    }
}

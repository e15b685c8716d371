package dev.tamias.table;

import dev.tamias.table.log.ColumnMatch;
import dev.tamias.table.log.LogMerge;
import dev.tamias.table.log.LogTable;
import tech.tablesaw.api.Table;

/**
 * The way from a table to what people ask of a log:
 *
 * <pre>
 * LogTables.of(table).where(column("Level").is("ERROR")).topN("Message", 10)
 * LogTables.of(table).between("2026-01-31", "2026-02-01").histogram(Duration.ofMinutes(5), "Level")
 * </pre>
 */
public final class LogTables {

    private LogTables() {}

    /** A table as a log; its time is the first column of instants or local times. */
    public static LogTable of(Table table) {
        return LogTable.of(table);
    }

    /** Tests of a column's cells, for {@link LogTable#where(dev.tamias.table.log.Match)}. */
    public static ColumnMatch column(String name) {
        return new ColumnMatch(name);
    }

    /** A merge of several logs by time, to which they are added one by one. */
    public static LogMerge mergeByTime() {
        return LogMerge.empty();
    }
}

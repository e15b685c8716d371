package dev.tamias.table.log;

import dev.tamias.table.row.ColumnCells;
import dev.tamias.table.row.RowOrder;
import dev.tamias.table.row.Rows;
import dev.tamias.table.row.TextCells;
import dev.tamias.table.row.Times;
import dev.tamias.table.template.Drain;
import dev.tamias.table.template.DrainSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The templates that a log's messages were made from, numbered from 1 in the order of their first message,
 * as drain3 numbers them. A missing message has no template.
 */
public final class Templates {

    private static final String TEMPLATE = "Template";
    private static final String ID = "Template Id";
    private static final int MISSING = 0;

    private final LogTable log;
    private final Column<?> messages;
    private final Drain drain;
    private final int[] ids;
    private final Rows first;
    private final Rows last;

    private Templates(LogTable log, Column<?> messages, Drain drain, int[] ids) {
        this.log = log;
        this.messages = messages;
        this.drain = drain;
        this.ids = ids;
        int[] firsts = new int[drain.groups()];
        int[] lasts = new int[drain.groups()];
        Arrays.fill(firsts, -1);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != MISSING) {
                lasts[ids[i] - 1] = i;
                firsts[ids[i] - 1] = firsts[ids[i] - 1] < 0 ? i : firsts[ids[i] - 1];
            }
        }
        this.first = Rows.of(firsts);
        this.last = Rows.of(lasts);
    }

    static Templates of(LogTable log, String column, DrainSettings settings) {
        Column<?> messages = Columns.named(log.source(), column);
        Rows rows = log.rows();
        Drain drain = new Drain(settings);
        int[] ids = new int[rows.size()];
        for (int i = 0; i < ids.length; i++) {
            int row = rows.at(i);
            ids[i] =
                    messages.isMissing(row)
                            ? MISSING
                            : 1 + drain.add(messages.getUnformattedString(row));
        }
        return new Templates(log, messages, drain, ids);
    }

    /** How many templates there are. */
    public int size() {
        return drain.groups();
    }

    /**
     * A row for each template, the most frequent first: its number and text, how many rows it has, the first
     * and the last of them (counted from 0 in the log at hand), and the first one's message.
     */
    public Table table() {
        int[] sizes = new int[size()];
        Arrays.setAll(sizes, group -> -drain.size(group));
        long[] keys = Arrays.stream(sizes).asLongStream().toArray();
        return table("Templates", RowOrder.ascending(keys));
    }

    private Table table(String name, int[] groups) {
        IntColumn id = IntColumn.create(ID);
        List<String> texts = new ArrayList<>();
        IntColumn count = IntColumn.create(Counts.COUNT);
        IntColumn from = IntColumn.create("First Row");
        IntColumn to = IntColumn.create("Last Row");
        List<String> samples = new ArrayList<>();
        for (int group : groups) {
            id.append(group + 1);
            texts.add(drain.template(group));
            count.append(drain.size(group));
            from.append(first.at(group));
            to.append(last.at(group));
            samples.add(messages.getUnformattedString(log.rows().at(first.at(group))));
        }
        return Table.create(
                name,
                id,
                TextCells.of(TEMPLATE, texts),
                count,
                from,
                to,
                TextCells.of("Sample", samples));
    }

    /** The templates of at most so many rows: what a log says seldom. */
    public Table rare(int most) {
        int[] groups = Rows.range(0, size()).where(group -> drain.size(group) <= most).toArray();
        return table("Templates of at most " + most + " rows", groups);
    }

    /** The templates that no row before a time has. Rows without a time have that of the row before. */
    public Table newSince(Instant since) {
        Times times = log.times();
        long[] ticks = times.carried(log.rows());
        long least = times.tick(since);
        boolean[] old = new boolean[size()];
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != MISSING) {
                old[ids[i] - 1] |= ticks[i] < least;
            }
        }
        int[] groups = Rows.range(0, size()).where(group -> !old[group]).toArray();
        return table("Templates new since " + times.text(least), groups);
    }

    /** The number of each row's template, missing where the message is. */
    public IntColumn ids() {
        IntColumn column = IntColumn.create(ID);
        for (int id : ids) {
            if (id == MISSING) {
                column.appendMissing();
            } else {
                column.append(id);
            }
        }
        return column;
    }

    /** The log with a column of template numbers and one of their texts. */
    public LogTable log() {
        List<String> texts = new ArrayList<>();
        for (int group = 0; group < size(); group++) {
            texts.add(drain.template(group));
        }
        int[] rows = new int[ids.length];
        Arrays.setAll(rows, i -> ids[i] - 1);
        Column<?> text = ColumnCells.copy((Column<?>) TextCells.of(TEMPLATE, texts), Rows.of(rows));
        return log.withColumns(List.of(ids(), text));
    }
}

package dev.tamias.cli;

import dev.tamias.model.ParsedItem;
import dev.tamias.table.ColumnPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * Rows written as they are parsed, csv or jsonl: nothing is kept, so that an input may be endless. What
 * comes from a live input is out within a fraction of a second.
 */
final class RowOutput implements AutoCloseable {

    private static final long FLUSH_MILLIS = 200;

    private final @Nullable Path file;
    private final Format format;
    private final ColumnPlan columns;
    private final int places;
    private final boolean live;
    private @Nullable Writer writer;
    private @Nullable RowWriter rows;
    private @Nullable Timer flusher;
    private @Nullable IOException flushFailure;

    /**
     * An output that is opened with its first row, or at its end.
     *
     * @param columns the names, those that say where a row is from first
     * @param places how many of those there are: none, the source, or source, offset and length
     */
    RowOutput(@Nullable Path file, Format format, List<String> columns, int places, boolean live) {
        this.file = file;
        this.format = format;
        this.columns = new ColumnPlan(columns);
        this.places = places;
        this.live = live;
    }

    /** Writes the item's row, where it has one. */
    synchronized void write(ParsedItem item) {
        List<String> cells = item.cells();
        if (cells == null) {
            return;
        }
        try {
            row(open(), item, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void row(RowWriter target, ParsedItem item, List<String> cells) throws IOException {
        List<String> row = new ArrayList<>(columns.names().size());
        if (places > 0) {
            row.add(item.source());
        }
        if (places > 1) {
            row.add(Long.toString(item.offset()));
            row.add(Long.toString(item.length()));
        }
        row.addAll(cells);
        while (row.size() < columns.names().size()) {
            row.add("");
        }
        if (format == Format.CSV) {
            target.csvRow(row);
        } else {
            target.jsonlRow(columns, row);
        }
    }

    private RowWriter open() throws IOException {
        if (flushFailure != null) {
            throw flushFailure;
        }
        RowWriter known = rows;
        if (known != null) {
            return known;
        }
        Writer opened = Output.open(file);
        RowWriter target = new RowWriter(opened);
        writer = opened;
        rows = target;
        if (format == Format.CSV) {
            target.csvRow(columns.names());
        }
        if (live) {
            flushNowAndThen();
        }
        return target;
    }

    private void flushNowAndThen() {
        Timer timer = new Timer("tamias-flush", true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        flush();
                    }
                },
                FLUSH_MILLIS,
                FLUSH_MILLIS);
        flusher = timer;
    }

    private synchronized void flush() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            flushFailure = e;
        }
    }

    /** Writes what is left; an output without rows has its header at least. */
    synchronized void finish() throws IOException {
        open();
        close();
    }

    /** Writes what is left of the rows that there are. */
    @Override
    public synchronized void close() throws IOException {
        if (flusher != null) {
            flusher.cancel();
        }
        Writer opened = writer;
        writer = null;
        if (opened != null) {
            opened.close();
        }
    }
}

package dev.tamias.table.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.model.Utf8Cells;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.ColumnSink;
import dev.tamias.table.RowMatcher;
import dev.tamias.table.RowNumbers;
import dev.tamias.table.RowPlace;
import dev.tamias.table.TableOptions;
import dev.tamias.table.type.CellType;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rows on their way into a file, kept on disk as cells until the end of the input says of what types their
 * columns are. Columns and rows are those that the table of the same options has; but times that say no
 * year are text, as they are given one only where all are at hand. One thread at a time; closing it
 * deletes the cells.
 */
public final class CellSpool implements ColumnSink, AutoCloseable {

    private static final int BUFFER = 1 << 18;
    private static final String BETWEEN = " ";

    private final TableOptions options;
    private final ColumnPlan plan;
    private final Predicate<List<String>> where;
    private final int[] selected;
    private final List<RowPlace> places;
    private final List<String> names = new ArrayList<>();
    private final List<ValueCells> values = new ArrayList<>();
    private final RowNumbers numbers = new RowNumbers();
    private final Path file;
    private final OutputStream target;
    private long rows;

    /**
     * No rows yet.
     *
     * @throws HostException where there is no room for cells, or the options name a column that the plan
     *     has not
     */
    public CellSpool(ColumnPlan plan, TableOptions options) {
        this.plan = plan;
        this.options = options;
        this.where = RowMatcher.of(options, plan.names());
        this.selected = options.selected(plan.names());
        this.places = options.places().stream().sorted().toList();
        for (RowPlace place : places) {
            CellType type = place == RowPlace.SOURCE ? CellType.text() : CellType.integer();
            column(plan.beside(place.title()), new ValueCells("", type));
        }
        for (int at : selected) {
            String name = plan.names().get(at);
            column(name, new ValueCells(name, options.type(name)));
        }
        try {
            this.file = Files.createTempFile("tamias-cells-", ".tmp");
            this.target = new BufferedOutputStream(new FileOutputStream(file.toFile()), BUFFER);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void column(String name, ValueCells cells) {
        names.add(name);
        values.add(cells);
    }

    @Override
    public boolean append(String source, long offset, long length, List<String> cells) {
        long number = numbers.next(source);
        if (!where.test(cells)) {
            return false;
        }
        try {
            write(source, number, offset, length, cells);
        } catch (IOException e) {
            throw failed(e);
        }
        rows++;
        return true;
    }

    private void write(String source, long number, long offset, long length, List<String> cells)
            throws IOException {
        boolean all = options.columns().isEmpty();
        int extra = all ? Math.max(0, cells.size() - selected.length) : 0;
        int kept = Math.min(extra, options.extraColumns());
        number(places.size() + selected.length + kept);
        for (RowPlace place : places) {
            cell(
                    switch (place) {
                        case SOURCE -> source;
                        case ROW -> Long.toString(number);
                        case OFFSET -> Long.toString(offset);
                        case LENGTH -> Long.toString(length);
                    });
        }
        int to = places.size();
        for (int at : selected) {
            cell(cells, at, values.get(to++));
        }
        for (int i = 0; i < kept; i++) {
            int at = selected.length + i;
            if (to == values.size()) {
                extraColumn(at + 1);
            }
            if (i == kept - 1 && kept < extra) {
                String joined = String.join(BETWEEN, cells.subList(at, cells.size()));
                values.get(to++).look(joined);
                cell(joined);
            } else {
                cell(cells, at, values.get(to++));
            }
        }
    }

    private void extraColumn(int number) {
        String name = plan.extra(number);
        column(name, new ValueCells(name, options.type(name)));
    }

    private void cell(List<String> cells, int at, ValueCells column) throws IOException {
        if (at >= cells.size()) {
            column.look("");
            number(0);
        } else if (cells instanceof Utf8Cells utf8) {
            int from = utf8.from(at);
            int to = utf8.to(at);
            column.look(utf8.array(at), from, to);
            number(to - from);
            target.write(utf8.array(at), from, to - from);
        } else {
            column.look(cells.get(at));
            cell(cells.get(at));
        }
    }

    private void cell(String text) throws IOException {
        byte[] utf8 = text.getBytes(UTF_8);
        number(utf8.length);
        target.write(utf8);
    }

    /** Seven bits a byte, the lowest first, as in WebAssembly's LEB128. */
    private void number(int value) throws IOException {
        int left = value;
        for (; left >= 0x80; left >>>= 7) {
            target.write(left | 0x80);
        }
        target.write(left);
    }

    /** How many rows were kept. */
    public long rows() {
        return rows;
    }

    /** The rows, as values; nothing can be appended any more. To be closed before this is. */
    public ValueRows read() {
        try {
            target.close();
            List<ValueColumn> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(new ValueColumn(names.get(i), values.get(i).kind()));
            }
            return new SpooledRows(file, columns, values, options);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static HostException failed(IOException e) {
        return new HostException(
                Trouble.OUTPUT,
                "The rows cannot be kept in the temporary directory: " + e.getMessage() + ".",
                e);
    }

    @Override
    public void close() {
        try {
            try {
                target.close();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A temporary file is left to the system.
            file.toFile().deleteOnExit();
        }
    }
}

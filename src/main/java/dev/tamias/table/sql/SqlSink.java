package dev.tamias.table.sql;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.ColumnSink;
import dev.tamias.table.RowMatcher;
import dev.tamias.table.RowNumbers;
import dev.tamias.table.RowPlace;
import dev.tamias.table.TableOptions;
import dev.tamias.table.column.TextStore;
import dev.tamias.table.out.OutputFile;
import dev.tamias.table.out.ValueCells;
import dev.tamias.table.type.CellType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tech.tablesaw.api.Table;

/**
 * Rows into DuckDB, for questions in SQL over more than fits into memory: no table is made between. Cells
 * are appended as text to a database in a temporary directory; when the first question is asked they
 * become the table {@code log}, its columns of the types that are declared or found. Times are {@code
 * TIMESTAMP} in UTC, {@code TIMESTAMP_NS} where microseconds are not all. Cells beyond the plan's columns
 * are not kept. One thread at a time; closing it deletes the database.
 */
public final class SqlSink implements ColumnSink, AutoCloseable {

    private final TableOptions options;
    private final Predicate<List<String>> where;
    private final int[] selected;
    private final List<RowPlace> places;
    private final List<ValueCells> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final String[] row;
    private final RowNumbers numbers = new RowNumbers();
    private final DuckDb database;
    private boolean asked;

    /**
     * An empty log.
     *
     * @throws HostException where DuckDB is not on the class path, or the options name a column that the
     *     plan has not
     */
    public SqlSink(ColumnPlan plan, TableOptions options) {
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
        this.row = new String[names.size()];
        this.database = DuckDb.open(names);
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
        int to = 0;
        for (RowPlace place : places) {
            row[to++] =
                    switch (place) {
                        case SOURCE -> source;
                        case ROW -> Long.toString(number);
                        case OFFSET -> Long.toString(offset);
                        case LENGTH -> Long.toString(length);
                    };
        }
        for (int at : selected) {
            String cell = at < cells.size() ? cells.get(at) : TextStore.MISSING;
            values.get(to).look(cell);
            row[to++] = cell;
        }
        try {
            database.append(row);
        } catch (SQLException e) {
            throw failed(Trouble.OUTPUT, "The rows cannot be kept for SQL", e);
        }
        return true;
    }

    /**
     * The answer to a query of the table {@code log}.
     *
     * @throws HostException where the query is wrong, or there is no room for its answer
     */
    public Table query(String sql) {
        try {
            ask();
            return database.query(sql, options.heapShare());
        } catch (SQLException e) {
            throw failed(Trouble.TABLE, "The query failed", e);
        }
    }

    /**
     * Writes all rows into a Parquet file, in place of one that is there.
     *
     * @throws HostException where it cannot be written
     */
    public void parquet(Path file) {
        try {
            ask();
        } catch (SQLException e) {
            throw unwritten(file, e);
        }
        OutputFile.write(
                file,
                partial -> {
                    try {
                        database.parquet(partial);
                    } catch (SQLException e) {
                        throw unwritten(file, e);
                    }
                });
    }

    private HostException unwritten(Path file, SQLException e) {
        return failed(Trouble.OUTPUT, "The Parquet file \"" + file + "\" cannot be written", e);
    }

    private void ask() throws SQLException {
        if (!asked) {
            asked = true;
            database.type(values, options);
        }
    }

    private HostException failed(Trouble trouble, String what, SQLException e) {
        return new HostException(
                trouble,
                what + ": " + e.getMessage() + " The columns of log are " + names + ".",
                e);
    }

    @Override
    public void close() {
        database.close();
    }
}

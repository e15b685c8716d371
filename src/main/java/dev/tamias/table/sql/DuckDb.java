package dev.tamias.table.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.TableOptions;
import dev.tamias.table.TableSink;
import dev.tamias.table.column.TextStore;
import dev.tamias.table.out.ValueCells;
import dev.tamias.table.type.CellParser;
import dev.tamias.table.type.CellType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/**
 * A DuckDB database of one log, in a temporary directory of its own. First a table {@code cells} of text,
 * then {@code log} of values. It fetches no extension from anywhere.
 */
final class DuckDb implements AutoCloseable {

    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    private final Path directory;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final List<String> names;

    private DuckDb(
            Path directory,
            DuckDBConnection connection,
            DuckDBAppender appender,
            List<String> names) {
        this.directory = directory;
        this.connection = connection;
        this.appender = appender;
        this.names = List.copyOf(names);
    }

    /** Opens an empty database of these columns. */
    static DuckDb open(List<String> names) {
        require(DuckDb.class.getClassLoader());
        Path directory = directory();
        try {
            DuckDBConnection connection = connect(directory.resolve("log.db"));
            try {
                return open(directory, connection, names);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            delete(directory);
            throw new HostException(
                    Trouble.OUTPUT, "DuckDB cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("tamias-sql");
        } catch (IOException e) {
            throw new HostException(
                    Trouble.OUTPUT,
                    "There can be no temporary directory for DuckDB: " + e.getMessage(),
                    e);
        }
    }

    private static DuckDBConnection connect(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    }

    private static DuckDb open(Path directory, DuckDBConnection connection, List<String> names)
            throws SQLException {
        String columns = joined(names.stream().map(name -> quoted(name) + " VARCHAR"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE cells (" + columns + ")");
        }
        DuckDBAppender appender =
                connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "cells");
        return new DuckDb(directory, connection, appender, names);
    }

    /**
     * Makes sure that DuckDB is there.
     *
     * @throws HostException where it is not, naming the dependency
     */
    static void require(ClassLoader loader) {
        try {
            Class.forName(DRIVER, true, loader);
        } catch (ClassNotFoundException e) {
            throw new HostException(
                    Trouble.CONFIGURATION,
                    "sql(…) and parquet(…) need DuckDB, which is not on the class path; add the"
                            + " dependency org.duckdb:duckdb_jdbc, release 1.4.1.0 or newer.",
                    e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }

    void append(String[] cells) throws SQLException {
        appender.beginRow();
        for (String cell : cells) {
            if (cell.isEmpty()) {
                appender.appendNull();
            } else {
                appender.append(cell);
            }
        }
        appender.endRow();
    }

    /** Makes the table of values out of the cells. */
    void type(List<ValueCells> columns, TableOptions options) throws SQLException {
        appender.close();
        List<Integer> parsed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            CellType.Kind kind = columns.get(i).kind();
            if (kind != CellType.Kind.TEXT && kind != CellType.Kind.LEVEL) {
                parsed.add(i);
            }
        }
        if (parsed.isEmpty()) {
            execute("ALTER TABLE cells RENAME TO log");
            return;
        }
        List<String> types = new ArrayList<>();
        parsed.forEach(i -> types.add("v" + i + " " + stored(columns.get(i).kind())));
        execute("CREATE TABLE bits (" + String.join(", ", types) + ")");
        // A checkpoint would wait for the stream that is read meanwhile, for ever.
        execute("CHECKPOINT");
        execute("SET checkpoint_threshold = '1TB'");
        boolean[] finer = parse(columns, parsed, options);
        execute("SET checkpoint_threshold = '16MB'");
        List<String> selection = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String value = parsed.contains(i) ? value(columns.get(i).kind(), i, finer[i]) : "";
            selection.add((value.isEmpty() ? "" : value + " AS ") + quoted(names.get(i)));
        }
        execute(
                "CREATE TABLE log AS SELECT "
                        + String.join(", ", selection)
                        + " FROM cells POSITIONAL JOIN bits");
        execute("DROP TABLE bits");
        execute("DROP TABLE cells");
    }

    private static String stored(CellType.Kind kind) {
        return switch (kind) {
            case FLOATING -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case INSTANT, INTEGER, LEVEL, TEXT -> "BIGINT";
        };
    }

    private static String value(CellType.Kind kind, int i, boolean finer) {
        if (kind != CellType.Kind.INSTANT) {
            return "v" + i;
        }
        return finer ? "make_timestamp_ns(v" + i + ")" : "make_timestamp(v" + i + " // 1000)";
    }

    /**
     * Reads the cells back, as a stream, and appends their values over a connection of its own, since a
     * connection has one stream at a time.
     *
     * @return which columns have times finer than microseconds
     */
    private boolean[] parse(List<ValueCells> columns, List<Integer> parsed, TableOptions options)
            throws SQLException {
        boolean[] finer = new boolean[columns.size()];
        List<CellParser> parsers = new ArrayList<>();
        parsed.forEach(i -> parsers.add(columns.get(i).parser(options)));
        String selection = joined(parsed.stream().map(i -> quoted(names.get(i))));
        try (Statement statement = connection.createStatement();
                ResultSet cells = statement.executeQuery("SELECT " + selection + " FROM cells");
                DuckDBConnection other = (DuckDBConnection) connection.duplicate();
                DuckDBAppender bits =
                        other.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "bits")) {
            while (cells.next()) {
                bits.beginRow();
                for (int i = 0; i < parsers.size(); i++) {
                    CellType.Kind kind = columns.get(parsed.get(i)).kind();
                    long value = parse(parsers.get(i), cells.getString(i + 1));
                    finer[parsed.get(i)] |= value != CellParser.NOT && value % 1000 != 0;
                    append(bits, kind, value);
                }
                bits.endRow();
            }
        }
        return finer;
    }

    private static long parse(CellParser parser, String cell) {
        if (cell == null) {
            return CellParser.NOT;
        }
        byte[] utf8 = cell.getBytes(UTF_8);
        return parser.parse(utf8, 0, utf8.length);
    }

    private static void append(DuckDBAppender bits, CellType.Kind kind, long value)
            throws SQLException {
        if (value == CellParser.NOT) {
            bits.appendNull();
        } else if (kind == CellType.Kind.FLOATING) {
            bits.append(Double.longBitsToDouble(value));
        } else if (kind == CellType.Kind.BOOLEAN) {
            bits.append(value == 1);
        } else {
            bits.append(value);
        }
    }

    /** The answer to a query; its rows are counted against the heap as those of any table. */
    Table query(String sql, double heapShare) throws SQLException {
        // Kept by DuckDB first, so that its columns can be read as text in the order of its rows.
        execute("CREATE OR REPLACE TEMP TABLE answer AS " + sql);
        List<String> columns = new ArrayList<>();
        TableOptions options = TableOptions.defaults().heapShare(heapShare);
        try (Statement statement = connection.createStatement();
                ResultSet types = statement.executeQuery("DESCRIBE answer")) {
            while (types.next()) {
                columns.add(types.getString(1));
                options = declared(options, types.getString(1), types.getString(2));
            }
        }
        TableSink sink = new TableSink("answer", new ColumnPlan(columns), options);
        String texts = joined(columns.stream().map(each -> quoted(each) + "::VARCHAR"));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + texts + " FROM answer")) {
            String[] cells = new String[columns.size()];
            while (rows.next()) {
                for (int i = 0; i < cells.length; i++) {
                    String cell = rows.getString(i + 1);
                    cells[i] = cell == null ? TextStore.MISSING : cell;
                }
                sink.append(List.of(cells));
            }
        }
        return sink.table();
    }

    /** The type of an answer's column; whole numbers of 128 bits are what their values are. */
    private static TableOptions declared(TableOptions options, String name, String type) {
        if (type.startsWith("TIMESTAMP")) {
            return options.column(name, CellType.instant("yyyy-MM-dd HH:mm:ss[.S][X]"));
        }
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                    options.column(name, CellType.integer());
            case "DOUBLE", "FLOAT" -> options.column(name, CellType.floating());
            case "BOOLEAN" -> options.column(name, CellType.bool());
            case "HUGEINT", "UBIGINT" -> options;
            default ->
                    type.startsWith("DECIMAL")
                            ? options.column(name, CellType.floating())
                            : options.column(name, CellType.text());
        };
    }

    void parquet(Path file) throws SQLException {
        String path = file.toAbsolutePath().toString().replace("'", "''");
        execute("COPY log TO '" + path + "' (FORMAT parquet)");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new HostException(
                    Trouble.OUTPUT, "DuckDB cannot be closed: " + e.getMessage(), e);
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A temporary directory is left to the system.
            directory.toFile().deleteOnExit();
        }
    }
}

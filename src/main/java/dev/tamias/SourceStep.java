package dev.tamias;

import dev.tamias.engine.Interrupted;
import dev.tamias.host.RunLog;
import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.ParsedItem;
import dev.tamias.model.TamiasException;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseProgress;
import dev.tamias.session.ParseSummary;
import dev.tamias.table.RowFilter;
import dev.tamias.table.RowPlace;
import dev.tamias.table.TableOptions;
import dev.tamias.table.out.OutputFormat;
import dev.tamias.table.type.CellType;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * A parser set over bytes. Immutable; every terminal operation ({@link #table}, {@link #parse}, {@link
 * #items}, {@link #forEach}, {@link #summary}, {@link #log}) runs the parser anew, on an instance of its
 * own for each input, that is gone afterwards.
 *
 * <p>An interrupt of the thread that waits ends a terminal operation at once, also where the input has
 * nothing to say: it throws {@link TableIncomplete} with the rows so far, whose cause is an {@link
 * Interrupted}.
 */
public final class SourceStep {

    private final RunPlan plan;

    SourceStep(RunPlan plan) {
        this.plan = plan;
    }

    /** Stops after {@code rows} rows, of all inputs together; what lies behind them is not read. */
    public SourceStep head(long rows) {
        return new SourceStep(plan.withLimit(Math.max(0, rows)));
    }

    /**
     * Has another parser parse a column, each cell an input of its own:
     *
     * <pre>{@code
     * logs.parser("dlt").over(bytes("trace.dlt")).then(logs.parser("lines").on("PAYLOAD"))
     * }</pre>
     *
     * <p>The rows have the columns so far, then the other parser's, under names that are not yet taken.
     * A cell of k messages gives k rows; one of none gives one, without the new cells. {@link #head}
     * counts the rows at the end of the chain.
     */
    public SourceStep then(ColumnStep parser) {
        return new SourceStep(plan.withChained(parser));
    }

    /** Parses under this policy, whatever the plugin's usual one is. */
    public SourceStep policy(ParsePolicy policy) {
        return new SourceStep(plan.withPolicy(usual -> policy));
    }

    /** What becomes of bytes at the end that make no whole item. */
    public SourceStep tail(ParsePolicy.Tail tail) {
        return new SourceStep(plan.withPolicy(usual -> usual.withTail(tail)));
    }

    /** Goes on with a fresh instance behind the last row after so many traps. */
    public SourceStep restarts(int most) {
        return new SourceStep(plan.withPolicy(usual -> usual.withRestarts(most)));
    }

    /** Gives up after more than so many parse errors in a row, one byte skipped after each. */
    public SourceStep parseErrors(int most) {
        return new SourceStep(plan.withPolicy(usual -> usual.withParseErrors(most)));
    }

    /** Asks the plugins to log this much. */
    public SourceStep level(LogLevel level) {
        return new SourceStep(plan.withLevel(level));
    }

    /** Puts columns {@code Source}, {@code Offset} and {@code Length} before the others: a row's bytes. */
    public SourceStep located() {
        return located(RowPlace.SOURCE, RowPlace.OFFSET, RowPlace.LENGTH);
    }

    /** Puts these columns about where rows are from before the others. */
    public SourceStep located(RowPlace... places) {
        return new SourceStep(plan.withTables(tables -> tables.places(places)));
    }

    /**
     * Leaves all columns of tables text, cell by cell what the parser gave, but those that a type is
     * declared for. Without this their types are found: the narrowest that all cells have.
     */
    public SourceStep text() {
        return new SourceStep(plan.withTables(TableOptions::asText));
    }

    /**
     * Declares the type of a column of tables. Cells that are not of it are missing, and counted in {@link
     * Parsed#report}.
     */
    public SourceStep column(String name, CellType type) {
        return new SourceStep(plan.withTables(tables -> tables.column(name, type)));
    }

    /** Keeps these columns alone in tables, in this order; the cells of others are never kept. */
    public SourceStep columns(String first, String... more) {
        String[] names = Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
        return new SourceStep(plan.withTables(tables -> tables.columns(names)));
    }

    /**
     * Keeps the rows alone in tables that pass this filter and those before it. {@link #head} counts the
     * rows of the log, not those that pass; {@link #items} and {@link #forEach} give all.
     */
    public SourceStep where(RowFilter filter) {
        return new SourceStep(plan.withTables(tables -> tables.where(filter)));
    }

    /** The zone of times that name none; UTC where it is not set. */
    public SourceStep zone(ZoneId ofCells) {
        return new SourceStep(plan.withTables(tables -> tables.in(ofCells)));
    }

    /**
     * The part of the free heap that a table may take, half of it where nothing is said. Where it is used
     * up parsing ends with a {@link TableIncomplete} and the rows so far.
     */
    public SourceStep heapShare(double share) {
        return new SourceStep(plan.withTables(tables -> tables.heapShare(share)));
    }

    /**
     * Tells how far it has come, five times a second and at the end, of several inputs as one. The
     * listener runs on the thread that parses.
     */
    public SourceStep onProgress(Consumer<ParseProgress> listener) {
        return new SourceStep(plan.withProgress(listener));
    }

    /**
     * Merges the rows of several inputs by a column, such as their time: numbers by their value, then
     * texts by their characters, which suits times that are written year first. See {@link
     * #mergedBy(String, Comparator)}.
     */
    public SourceStep mergedBy(String column) {
        return mergedBy(column, CellOrder.USUAL);
    }

    /**
     * Merges the rows of several inputs by the order of a column's cells. The rows of one input keep
     * their order, one whose cell is empty stays with the row before it, and of equal cells that of the
     * input named first comes first.
     */
    public SourceStep mergedBy(String column, Comparator<String> order) {
        return new SourceStep(plan.withMerge(new RunPlan.Merge(column, order)));
    }

    /**
     * Parses to the end and gives the rows as a table, its columns named as the parser declares them and
     * of the types that are declared or found over the whole input; {@link Parsed#report} says which.
     * Behind a column of instants that are finer than milliseconds there is one of nanoseconds, named like
     * it with " ns" behind.
     *
     * @throws TableIncomplete where a parser or an input fails on the way, with the rows that there are
     * @throws TamiasException where plugin, configuration or input are wrong from the start
     */
    public Table table() {
        return parse().table();
    }

    /** Parses to the end and gives the table with all that belongs to it. Failures as {@link #table}. */
    public Parsed parse() {
        return run(true);
    }

    /**
     * Parses to the end into DuckDB and asks it, for logs beyond memory: {@code sql("select Level, count(*)
     * from log group by all")}. The table is {@code log}, its columns named and typed as those of {@link
     * #table}; times are in UTC, and such that say no year are text. Needs the optional dependency {@code
     * org.duckdb:duckdb_jdbc}.
     *
     * @throws TableIncomplete as {@link #table}, with a table of no rows
     * @throws TamiasException where the query is wrong, or DuckDB is not on the class path
     */
    public Table sql(String query) {
        return GuestWork.run(
                plan.parser().engine(), () -> Terminal.sql(plan, sink -> sink.query(query)));
    }

    /**
     * Parses to the end and writes all rows into a Parquet file, with DuckDB; as {@link #sql} and {@link
     * #csv} else.
     */
    public Parsed parquet(Path file) {
        return GuestWork.run(plan.parser().engine(), () -> Terminal.parquet(plan, file));
    }

    /**
     * Parses to the end and writes all rows as CSV, RFC 4180 with a header, the values of the columns'
     * types: times in ISO 8601 to the nanosecond in UTC, such that say no year as they are; a missing
     * value is an empty field. After {@link #text} the cells are as the parser gave them. No table is
     * made, so the log may be larger than memory; its cells lie in the temporary directory meanwhile.
     *
     * <p>The file is there once it is whole, in place of one that was there before; where the run fails,
     * that one stays.
     *
     * @return the counts, and the log; with a table of no rows
     * @throws TableIncomplete as {@link #table}, with a table of no rows; nothing is written then
     * @throws TamiasException where the file cannot be written, or is the input
     */
    public Parsed csv(Path file) {
        return write(file, OutputFormat.CSV);
    }

    /** Writes all rows as JSON, an object a line, a missing value as null; as {@link #csv} else. */
    public Parsed jsonLines(Path file) {
        return write(file, OutputFormat.JSON_LINES);
    }

    /**
     * Writes all rows as an Arrow IPC file, as {@link #csv} else. Needs the optional dependencies {@code
     * org.apache.arrow:arrow-vector} and {@code arrow-memory-unsafe}, and a JVM that is started with
     * {@code --add-opens=java.base/java.nio=ALL-UNNAMED}.
     */
    public Parsed arrow(Path file) {
        return write(file, OutputFormat.ARROW);
    }

    private Parsed write(Path file, OutputFormat format) {
        return GuestWork.run(plan.parser().engine(), () -> Terminal.write(plan, file, format));
    }

    /**
     * Cuts the bytes that rows were made of out of the input once more, for rows of a table of this step
     * or of any selection of them: {@code step.records(errors).save(Path.of("errors.dlt"))}. The rows say
     * where their records are by the columns of {@link #located}. A file is read again, a packed one from
     * its start, and a byte-source plugin runs again.
     *
     * @throws TamiasException where rows do not say where they are from, or the input is gone, or can be
     *     read only once
     */
    public Records records(Table rows) {
        return GuestWork.run(plan.parser().engine(), () -> RecordCutter.cut(plan, rows));
    }

    /** Parses to the end, keeps nothing and gives the counts. Failures as {@link #table}. */
    public ParseSummary summary() {
        return run(false).summary();
    }

    /** Parses to the end and gives what the plugins logged and printed, also where parsing fails. */
    public Log log() {
        RunLog log = new RunLog();
        try {
            run(false, log);
        } catch (TableIncomplete e) {
            if (e.getCause() instanceof Interrupted) {
                throw e;
            }
        }
        return Log.of(log);
    }

    private Parsed run(boolean kept) {
        return run(kept, new RunLog());
    }

    private Parsed run(boolean kept, RunLog log) {
        return GuestWork.run(plan.parser().engine(), () -> Terminal.parse(plan, log, kept));
    }

    /**
     * Parses to the end and hands on item after item as it comes, on the thread that parses; nothing is
     * kept, so it may be endless. What {@code action} throws ends it and comes out as it is.
     *
     * @return the counts, and the log
     * @throws TableIncomplete as {@link #table}, with a table of no rows
     */
    public Parsed forEach(Consumer<ParsedItem> action) {
        RunLog log = new RunLog();
        return GuestWork.run(plan.parser().engine(), () -> Terminal.forEach(plan, log, action));
    }

    /**
     * The items one after the other, parsed as they are asked for. To be closed, or read to its end;
     * one thread at a time. Of several inputs one is parsed after the other.
     *
     * @throws TamiasException from the stream's operations where a parser or an input fails on the way
     */
    public Stream<ParsedItem> items() {
        return ItemStream.open(plan);
    }

    /**
     * The names of the columns that the table will have, but for those that only the input shows. Starts
     * the parsers and reads no input.
     */
    public List<String> columns() {
        return GuestWork.run(plan.parser().engine(), () -> Terminal.columns(plan));
    }

    /** Says what would be run over what, without parsing. */
    public String explain() {
        return Explanation.of(plan);
    }

    @Override
    public String toString() {
        try {
            return explain();
        } catch (HostException e) {
            return e.sentence();
        }
    }
}

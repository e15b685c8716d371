package dev.tamias;

import dev.tamias.host.RunLog;
import dev.tamias.model.ParsedItem;
import dev.tamias.model.TamiasException;
import dev.tamias.session.ParserSeat;
import dev.tamias.table.ColumnPlan;
import dev.tamias.table.ColumnSink;
import dev.tamias.table.ColumnWork;
import dev.tamias.table.TableSink;
import dev.tamias.table.out.CellSpool;
import dev.tamias.table.out.OutputFile;
import dev.tamias.table.out.OutputFormat;
import dev.tamias.table.out.ValueRows;
import dev.tamias.table.sql.SqlSink;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What terminal operations do, on a guest thread. */
final class Terminal {

    private Terminal() {}

    /** Parses everything; rows and attachments are kept where that is asked for. */
    static Parsed parse(RunPlan plan, RunLog log, boolean kept) {
        List<Bytes> inputs = plan.inputs();
        boolean sideBySide =
                inputs.size() > 1 && plan.limit() == RunPlan.ALL && plan.merge() == null;
        if (sideBySide) {
            return SideBySide.parse(plan, log, inputs, kept);
        }
        Parsed split = inputs.size() == 1 ? SplitFile.parse(plan, log, inputs.get(0), kept) : null;
        if (split != null) {
            return split;
        }
        try (RowSteps rows = RowSteps.open(plan, inputs, log)) {
            Gathered gathered = gathered(plan, inputs, rows, kept);
            return run(rows, gathered, gathered, log);
        }
    }

    /** Parses everything and hands on each item. */
    static Parsed forEach(RunPlan plan, RunLog log, Consumer<ParsedItem> action) {
        List<Bytes> inputs = plan.inputs();
        try (RowSteps rows = RowSteps.open(plan, inputs, log)) {
            RowSteps.Taker taker =
                    (source, offset, length, cells, attachment) ->
                            action.accept(
                                    new ParsedItem(source, offset, length, cells, attachment));
            return run(rows, taker, gathered(plan, inputs, rows, false), log);
        }
    }

    /** Parses everything into DuckDB and asks it. */
    static <T> T sql(RunPlan plan, Function<SqlSink, T> question) {
        RunLog log = new RunLog();
        List<Bytes> inputs = plan.inputs();
        try (RowSteps rows = RowSteps.open(plan, inputs, log);
                SqlSink sink = new SqlSink(rows.columns(), plan.options(inputs))) {
            run(rows, into(sink), gathered(plan, inputs, rows, false), log);
            return question.apply(sink);
        }
    }

    /**
     * Parses everything and writes it into a file, by way of a file of cells.
     *
     * @return the counts, and the log
     */
    static Parsed write(RunPlan plan, Path file, OutputFormat format) {
        RunLog log = new RunLog();
        List<Bytes> inputs = plan.inputs();
        OutputFile.requireOther(file, Inputs.files(inputs));
        format.require();
        try (RowSteps rows = RowSteps.open(plan, inputs, log);
                CellSpool spool = new CellSpool(rows.columns(), plan.options(inputs))) {
            Parsed parsed = run(rows, into(spool), gathered(plan, inputs, rows, false), log);
            try (ValueRows values = spool.read()) {
                OutputFile.write(file, format, values);
            }
            return parsed;
        }
    }

    /** Parses everything and writes it into a Parquet file. */
    static Parsed parquet(RunPlan plan, Path file) {
        RunLog log = new RunLog();
        List<Bytes> inputs = plan.inputs();
        OutputFile.requireOther(file, Inputs.files(inputs));
        try (RowSteps rows = RowSteps.open(plan, inputs, log);
                SqlSink sink = new SqlSink(rows.columns(), plan.options(inputs))) {
            Parsed parsed = run(rows, into(sink), gathered(plan, inputs, rows, false), log);
            sink.parquet(file);
            return parsed;
        }
    }

    private static RowSteps.Taker into(ColumnSink sink) {
        return (source, offset, length, cells, attachment) -> {
            if (cells != null) {
                sink.append(source, offset, length, cells);
            }
        };
    }

    private static Gathered gathered(
            RunPlan plan, List<Bytes> inputs, RowSteps rows, boolean kept) {
        return new Gathered(plan, inputs, plan.parser().plugin().name(), rows.columns(), kept);
    }

    private static Parsed run(RowSteps rows, RowSteps.Taker taker, Gathered gathered, RunLog log) {
        Failures failures = new Failures();
        try {
            while (rows.step(taker)) {
                // Each step is about one call of a parser.
            }
        } catch (TamiasException e) {
            failures.add(e);
        }
        return gathered.parsed(rows.summaries(), log, failures, ColumnWork.IN_TURN);
    }

    /** The columns of the table that would be made, without an input. */
    static List<String> columns(RunPlan plan) {
        RunSetup setup = new RunSetup(plan, new RunLog(), "");
        ColumnPlan columns;
        try (ParserSeat first = new ParserSeat(setup.parsers(plan.parser()))) {
            columns = ColumnPlan.of(first.renderOptions());
        }
        for (ColumnStep step : plan.chain()) {
            try (CellParser parser = CellParser.open(setup, step, columns)) {
                columns = parser.columns();
            }
        }
        return new TableSink("", columns, plan.options(List.of())).names();
    }
}

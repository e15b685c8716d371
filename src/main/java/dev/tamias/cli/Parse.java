package dev.tamias.cli;

import dev.tamias.Bytes;
import dev.tamias.Log;
import dev.tamias.Parsed;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import dev.tamias.TableIncomplete;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseProgress;
import dev.tamias.session.ParseSummary;
import dev.tamias.session.ProgressText;
import dev.tamias.table.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code parse}: an input through a parser, its rows to standard output or a file. Exit 1 where rows
 * were lost or the run ended early; what there is of rows is written all the same.
 */
@Command(
        name = "parse",
        description = "Parses an input and writes its rows.",
        mixinStandardHelpOptions = true)
final class Parse implements Callable<Integer> {

    @Mixin private InputOptions input = new InputOptions();

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description =
                    "Sets a configuration item of the parser, or else of the byte source, or else of a"
                            + " parser behind --then; a list takes one --set a value.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--then",
            paramLabel = "COLUMN=PLUGIN",
            description =
                    "Has another parser parse each cell of a column; COLUMN:hex where the cells are bytes"
                            + " in hexadecimal.")
    private List<String> links = new ArrayList<>();

    @Option(
            names = "--merged-by",
            paramLabel = "COLUMN",
            description = "Merges the rows of several inputs by the order of a column.")
    private @Nullable String mergedBy;

    @Option(
            names = "--tail",
            paramLabel = "WAY",
            description =
                    "What becomes of bytes at the end that make no whole item: report (counts as lost),"
                            + " drop, newline (adds the missing end of a line), emit_raw (a row of them).")
    private ParsePolicy.@Nullable Tail tail;

    @Option(names = "--head", paramLabel = "N", description = "Stops after N rows.")
    private long head = Long.MAX_VALUE;

    @Option(
            names = "--located",
            description = "Writes each row's source, byte offset and length before its cells.")
    private boolean located;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "table (the default); csv or jsonl, cells row by row as they come; parquet or"
                            + " arrow, typed values, to a FILE that is there once it is whole.")
    private Format format = Format.TABLE;

    @Option(names = "-o", paramLabel = "FILE", description = "Writes to FILE.")
    private @Nullable Path output;

    @Option(
            names = "--log",
            description =
                    "Writes what the plugins logged and printed to standard error, at the end.")
    private boolean log;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "How much the plugins are to log: error, warn, info, debug, trace.")
    private @Nullable LogLevel level;

    @Option(
            names = "--progress",
            description =
                    "Says on standard error how far it has come, as it does on a terminal anyway.")
    private boolean progress;

    private final ProgressLine line = new ProgressLine(System.err);

    @Override
    public Integer call() throws IOException {
        if (format.isOfValues() && output == null) {
            throw new WrongUsage("The formats parquet and arrow are written to a file: -o FILE.");
        }
        if (head < 0) {
            throw new WrongUsage("--head takes a number of rows, and was given " + head + ".");
        }
        if (format == Format.TABLE) {
            TablesawStart.begin();
        }
        UntilInterrupted ending = new UntilInterrupted();
        try {
            return parse(step(Plugins.scan()));
        } finally {
            ending.close();
        }
    }

    private int parse(SourceStep step) throws IOException {
        try {
            return verdict(
                    switch (format) {
                        case TABLE -> table(step);
                        case CSV, JSONL -> rows(step);
                        case PARQUET -> step.parquet(file());
                        case ARROW -> step.arrow(file());
                    });
        } catch (TableIncomplete e) {
            report(e.parsed());
            if (e.trouble() == Trouble.INTERRUPTED) {
                // Said here: the process may be at its end when this is left.
                Main.say("", e);
                return Main.FAILED;
            }
            throw e;
        }
    }

    private Path file() {
        return Objects.requireNonNull(output);
    }

    private SourceStep step(Plugins plugins) {
        ParserStep parser = plugins.parser(input.parser());
        Bytes bytes = input.bytes(plugins);
        ConfigSchema ofSource = input.schema(plugins);
        List<ColumnLink> chain = links.stream().map(text -> ColumnLink.of(plugins, text)).toList();
        for (Map.Entry<String, Object> pair : pairs().entrySet()) {
            String id = pair.getKey();
            Object value = pair.getValue();
            boolean elsewhere = parser.schema().item(id).isEmpty();
            if (elsewhere && ofSource.item(id).isPresent()) {
                bytes = bytes.set(id, value);
            } else if (!elsewhere || chain.stream().noneMatch(link -> link.set(id, value))) {
                parser = parser.set(id, value);
            }
        }
        SourceStep step = parser.over(bytes).head(head);
        for (ColumnLink link : chain) {
            step = step.then(link.step());
        }
        return options(step);
    }

    private SourceStep options(SourceStep plain) {
        SourceStep step = located ? plain.located() : plain;
        if (mergedBy != null) {
            step = step.mergedBy(mergedBy);
        }
        if (tail != null) {
            step = step.tail(tail);
        }
        if (level != null || log) {
            step = step.level(level == null ? LogLevel.INFO : level);
        }
        if (ProgressLine.hasTerminal()) {
            return step.onProgress(line);
        }
        return progress ? step.onProgress(Parse::tell) : step;
    }

    private Map<String, Object> pairs() {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new WrongUsage("--set takes ID=VALUE, and was given \"" + setting + "\".");
            }
            pairs.merge(setting.substring(0, equals), setting.substring(equals + 1), Parse::both);
        }
        return pairs;
    }

    private static Object both(Object before, Object value) {
        List<Object> values =
                new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
        values.add(value);
        return values;
    }

    private static void tell(ParseProgress now) {
        System.err.println("tamias: " + ProgressText.of(now));
    }

    private Parsed rows(SourceStep step) throws IOException {
        int places = located ? 3 : input.several() ? 1 : 0;
        try (RowOutput out = new RowOutput(output, format, step.columns(), places, input.live())) {
            Parsed parsed = step.forEach(out::write);
            out.finish();
            return parsed;
        }
    }

    private Parsed table(SourceStep step) throws IOException {
        try {
            Parsed parsed = step.text().parse();
            write(parsed);
            return parsed;
        } catch (TableIncomplete e) {
            write(e.parsed());
            throw e;
        }
    }

    private void write(Parsed parsed) throws IOException {
        try (Writer writer = Output.open(output)) {
            writer.write(TextTable.of(parsed.table(), rowsShown()));
        }
    }

    /** A table with {@code --head} is shown whole: its size was asked for. */
    private int rowsShown() {
        return head == Long.MAX_VALUE ? TextTable.ROWS : (int) Math.min(head, Integer.MAX_VALUE);
    }

    private void report(Parsed parsed) {
        line.close();
        if (log) {
            parsed.log().entries().forEach(entry -> System.err.println(Log.line(entry)));
        }
        if (head == Long.MAX_VALUE) {
            if (parsed.summaries().size() > 1) {
                parsed.summaries().forEach(each -> System.err.println("tamias: " + each));
            }
            System.err.println("tamias: " + parsed.summary());
        }
    }

    private int verdict(Parsed parsed) {
        report(parsed);
        ParseSummary summary = parsed.summary();
        boolean whole = head == Long.MAX_VALUE;
        List<String> losses = new ArrayList<>();
        if (summary.parseErrors() > 0) {
            losses.add(
                    summary.skipped()
                            + " bytes were skipped after "
                            + summary.parseErrors()
                            + " parse errors");
        }
        if (whole && summary.tail() > 0) {
            losses.add(summary.tail() + " bytes at the end make no whole item");
        }
        if (whole && !summary.complete()) {
            losses.add("the run ended early");
        }
        if (losses.isEmpty()) {
            return 0;
        }
        System.err.println("tamias: Rows may be lost: " + String.join("; ", losses) + ".");
        return Main.FAILED;
    }
}

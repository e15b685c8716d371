package dev.tamias.cli;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.source;

import dev.tamias.Bytes;
import dev.tamias.Parsed;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import dev.tamias.TableIncomplete;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.PluginType;
import dev.tamias.session.ParseSummary;
import dev.tamias.table.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code parse}: an input through a parser, its rows to standard output or a file. Exit 1 where rows
 * were lost or the run ended early; what there is of rows is written all the same.
 */
@Command(
        name = "parse",
        description = "Parses an input and writes its rows.",
        mixinStandardHelpOptions = true)
final class Parse implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "PLUGIN",
            description = "Name of a parser, or the path of a .wasm file.")
    private String plugin = "";

    @Parameters(
            index = "1",
            paramLabel = "INPUT",
            description = "The file to parse; - is standard input.")
    private String input = "";

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description =
                    "Sets a configuration item of the parser, or else of the byte source; a list takes one --set a value.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "Reads INPUT through that byte-source plugin, as its first item of type files.")
    private @Nullable String sourceName;

    @Option(names = "--head", paramLabel = "N", description = "Stops after N rows.")
    private long head = Long.MAX_VALUE;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (the default), csv or jsonl.")
    private Format format = Format.TABLE;

    @Option(names = "-o", paramLabel = "FILE", description = "Writes to FILE.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        if (format == Format.PARQUET) {
            throw new WrongUsage(
                    "The format parquet is not offered yet; there are table, csv and jsonl.");
        }
        if (head < 0) {
            throw new WrongUsage("--head takes a number of rows, and was given " + head + ".");
        }
        SourceStep step = step(Plugins.scan(), pairs());
        try {
            Parsed parsed = step.parse();
            write(parsed);
            return verdict(parsed.summary());
        } catch (TableIncomplete e) {
            write(e.parsed());
            throw e;
        }
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

    private SourceStep step(Plugins plugins, Map<String, Object> pairs) {
        ParserStep parser = plugins.parser(plugin);
        Bytes bytes = input.equals("-") ? bytes(System.in) : file(input);
        ConfigSchema ofSource = new ConfigSchema(List.of());
        if (sourceName != null) {
            ofSource = plugins.plugin(PluginType.BYTE_SOURCE, sourceName).info().schema();
            bytes = source(sourceName).set(inputItem(ofSource, sourceName), input);
        }
        for (Map.Entry<String, Object> pair : pairs.entrySet()) {
            String id = pair.getKey();
            if (ofSource.item(id).isPresent() && parser.schema().item(id).isEmpty()) {
                bytes = bytes.set(id, pair.getValue());
            } else {
                parser = parser.set(id, pair.getValue());
            }
        }
        return parser.over(bytes).head(head);
    }

    private static String inputItem(ConfigSchema schema, String name) {
        return schema.items().stream()
                .filter(item -> item.input() instanceof ConfigSchema.FilesInput)
                .map(ConfigSchema.Item::id)
                .findFirst()
                .orElseThrow(() -> new WrongUsage("The byte source " + name + " takes no file."));
    }

    private void write(Parsed parsed) throws IOException {
        try (Writer writer = Output.open(output)) {
            switch (format) {
                case CSV -> new RowWriter(writer).csv(parsed.table());
                case JSONL -> new RowWriter(writer).jsonl(parsed.table());
                default -> writer.write(TextTable.of(parsed.table(), rowsShown()));
            }
        }
    }

    /** A table with {@code --head} is shown whole: its size was asked for. */
    private int rowsShown() {
        return head == Long.MAX_VALUE ? TextTable.ROWS : (int) Math.min(head, Integer.MAX_VALUE);
    }

    private int verdict(ParseSummary summary) {
        boolean whole = head == Long.MAX_VALUE;
        if (whole) {
            System.err.println("tamias: " + summary);
        }
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

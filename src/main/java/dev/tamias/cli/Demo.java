package dev.tamias.cli;

import static dev.tamias.Bytes.sample;

import dev.tamias.Parsed;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.table.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code demo}: a bundled plugin over a bundled log, and the line of Java that does the same. */
@Command(
        name = "demo",
        description = "Parses a bundled log with a bundled plugin.",
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

    private static final String PARSER = "dlt";
    private static final String LOG = "sample.dlt";
    private static final int ROWS = 16;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        TablesawStart.begin();
        ParserStep parser = Plugins.scan().parser(PARSER);
        Parsed parsed = parser.over(sample(LOG)).parse();
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        try (Writer out = Output.open(null)) {
            out.write(
                    "The plugin \""
                            + PARSER
                            + "\" ("
                            + parser.plugin().origin()
                            + "), a WebAssembly component,\n");
            out.write(
                    "parsed the bundled log "
                            + LOG
                            + " in "
                            + milliseconds
                            + " ms: "
                            + parsed.summary()
                            + ".\n");
            out.write(
                    "In Java: Plugins.scan().parser(\""
                            + PARSER
                            + "\").over(sample(\""
                            + LOG
                            + "\")).table()\n\n");
            out.write(TextTable.of(parsed.table(), ROWS));
        }
        return 0;
    }
}

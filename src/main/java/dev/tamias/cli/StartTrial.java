package dev.tamias.cli;

import static dev.tamias.Bytes.file;

import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import dev.tamias.model.ParsedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code start-trial}: does what most starts do, the demo and bundled plugins over files, so that the
 * archive of classes that the launcher makes of this run has the classes that they need.
 */
@Command(name = "start-trial", hidden = true)
final class StartTrial implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        new Demo().call();
        Path directory = Files.createTempDirectory("tamias-trial-");
        try {
            for (String plugin : BenchStart.PLUGINS) {
                BenchStart start = new BenchStart(plugin, directory);
                // The second time with the caches that the first has left.
                parse(Plugins.scan(start.plugins()).parser(plugin).over(file(start.log())));
                parse(Plugins.scan(start.plugins()).parser(plugin).over(file(start.log())));
            }
        } finally {
            Bench.delete(directory);
        }
        return 0;
    }

    private static void parse(SourceStep step) {
        try (Stream<ParsedItem> items = step.items()) {
            items.limit(1).forEach(item -> {});
        }
        step.table();
    }
}

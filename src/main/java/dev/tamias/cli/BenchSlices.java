package dev.tamias.cli;

import dev.tamias.Plugins;
import dev.tamias.engine.Engine;
import dev.tamias.host.Configuration;
import dev.tamias.host.ItemSink;
import dev.tamias.host.ParseReply;
import dev.tamias.host.ParserHost;
import dev.tamias.host.PluginSetup;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.Attachment;
import dev.tamias.model.PluginType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parser that is given slices of one size out of memory, its rows counted and thrown away: what {@code
 * bench/native_core.py} does with the same plugin in the native engine.
 */
final class BenchSlices {

    private final ParserHost parser;
    private final byte[] data;
    private final int window;

    private BenchSlices(ParserHost parser, byte[] data, int window) {
        this.parser = parser;
        this.data = data;
        this.window = window;
    }

    /** Counts items and the bytes that they took. */
    private static final class Count implements ItemSink {
        private long rows;
        private long consumed;

        @Override
        public void item(
                long bytes, @Nullable List<String> cells, @Nullable Attachment attachment) {
            consumed += bytes;
            rows += cells == null ? 0 : 1;
        }
    }

    /** Opens a parser for one input. */
    static BenchSlices open(String plugin, Map<String, String> settings, Path input, int window)
            throws IOException {
        PluginEntry entry = Plugins.scan().plugin(PluginType.PARSER, plugin);
        Engine engine = Engine.shared();
        PluginSetup setup =
                new PluginSetup(
                        plugin,
                        engine,
                        entry.component(),
                        Configuration.of(
                                plugin, entry.info().schema(), new LinkedHashMap<>(settings)));
        ParserHost parser = engine.executor().run(() -> ParserHost.open(setup));
        return new BenchSlices(parser, Files.readAllBytes(input), window);
    }

    /** Settings of words as {@code ID=VALUE}. */
    static Map<String, String> settings(List<String> words) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            settings.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return settings;
    }

    /** Parses the whole input and gives the number of rows. */
    long parse() {
        return Engine.shared().executor().run(this::onGuestThread);
    }

    private Long onGuestThread() {
        Count count = new Count();
        long before = -1;
        while (count.consumed < data.length && count.consumed > before) {
            before = count.consumed;
            int from = (int) before;
            ParseReply reply =
                    parser.parse(data, from, Math.min(window, data.length - from), null, count);
            if (reply.kind() != ParseReply.Kind.ITEMS) {
                break;
            }
        }
        return count.rows;
    }
}

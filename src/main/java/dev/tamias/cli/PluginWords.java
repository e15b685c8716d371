package dev.tamias.cli;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.PluginInfo;
import dev.tamias.table.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the verbs for plugins say of a plugin, as a line or as JSON. */
final class PluginWords {

    private PluginWords() {}

    /** Name, type, state, version, interface, origin and what is wrong, as far as that is known. */
    static Map<String, Object> of(PluginEntry entry) {
        Optional<PluginInfo> info = entry.known();
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", entry.name());
        words.put("type", entry.type().title());
        words.put("state", entry.state().name());
        words.put("version", info.map(known -> known.version().toString()).orElse("-"));
        words.put("interface", info.map(known -> known.apiVersion().toString()).orElse("-"));
        words.put("origin", entry.origin());
        words.put("error", entry.failure().map(Throwable::getMessage).orElse(""));
        return words;
    }

    /** Writes each as a line, or all as a JSON array. */
    static void write(List<Map<String, Object>> all, boolean json) throws IOException {
        try (Writer out = Output.open(null)) {
            if (json) {
                out.write(Json.of(all) + "\n");
                return;
            }
            for (Map<String, Object> words : all) {
                out.write(Line.of(words.values().toArray()) + "\n");
            }
        }
    }

    /** Says on standard error what went wrong with directories and caches. */
    static void warn(Plugins plugins) {
        plugins.warnings().forEach(each -> System.err.println("tamias: " + TextTable.escape(each)));
    }
}

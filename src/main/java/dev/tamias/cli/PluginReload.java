package dev.tamias.cli;

import static dev.tamias.model.PluginType.BYTE_SOURCE;
import static dev.tamias.model.PluginType.PARSER;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code plugins reload}: looks at every byte of every plugin again, whatever size and time say, and
 * tells what is new since plugins were last judged.
 */
@Command(
        name = "reload",
        description = "Judges what is new, and says what was added, changed and removed.",
        mixinStandardHelpOptions = true)
final class PluginReload implements Callable<Integer> {

    @Mixin private PluginsVerb.AsJson form = new PluginsVerb.AsJson();

    @Override
    public Integer call() throws IOException {
        Plugins plugins = Plugins.scan();
        List<String> vanished = plugins.manager().vanished();
        Map<String, Optional<String>> before = new LinkedHashMap<>();
        plugins.list().forEach(each -> before.put(each.origin(), each.judgedBefore()));
        plugins.reload();
        plugins.check();
        plugins.manager().purge();
        PluginWords.warn(plugins);
        List<Map<String, Object>> all = new ArrayList<>();
        for (PluginEntry each : plugins.list()) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put(
                    "change",
                    change(
                            each.isBundled(),
                            before.getOrDefault(each.origin(), Optional.empty()),
                            each.sha256()));
            words.putAll(PluginWords.of(each));
            all.add(words);
        }
        vanished.forEach(each -> all.add(removed(each)));
        PluginWords.write(all, form.json);
        return 0;
    }

    /** The same words as of the others: what is gone has a name, a type and the place where it was. */
    private static Map<String, Object> removed(String path) {
        String[] parts = path.split("/", -1);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("change", "removed");
        words.put("name", parts.length > 1 ? parts[1] : path);
        words.put(
                "type",
                path.startsWith(PARSER.folder() + "/") ? PARSER.title() : BYTE_SOURCE.title());
        words.put("state", "-");
        words.put("version", "-");
        words.put("interface", "-");
        words.put("origin", path);
        words.put("error", "");
        return words;
    }

    private static String change(boolean bundled, Optional<String> before, Optional<String> now) {
        if (before.isEmpty()) {
            return bundled ? "unchanged" : "added";
        }
        return before.equals(now) ? "unchanged" : "changed";
    }
}

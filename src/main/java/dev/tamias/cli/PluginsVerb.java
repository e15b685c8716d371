package dev.tamias.cli;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.PluginInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plugins}: what plugins there are, and what they say of themselves. */
@Command(
        name = "plugins",
        description = "Lists, shows, adds, removes, reloads and checks plugins.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PluginsVerb.ListAll.class,
            PluginsVerb.Show.class,
            PluginAdd.class,
            PluginRemove.class,
            PluginReload.class,
            PluginChecking.class
        })
final class PluginsVerb implements Runnable {

    @Override
    public void run() {
        throw new WrongUsage(
                "plugins takes one of list, show NAME, add PATH, remove NAME, reload and check PLUGIN.");
    }

    /** Whether results are JSON. */
    static final class AsJson {
        @Option(names = "--json", description = "Writes JSON.")
        boolean json;
    }

    /** {@code plugins list}: name, type, state, version, interface and origin of each plugin. */
    @Command(
            name = "list",
            description = "All plugins, one a line.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {

        @Mixin private AsJson form = new AsJson();

        @Override
        public Integer call() throws IOException {
            Plugins plugins = Plugins.scan().check();
            PluginWords.warn(plugins);
            PluginWords.write(plugins.list().stream().map(PluginWords::of).toList(), form.json);
            return 0;
        }
    }

    /** {@code plugins show}: everything that a plugin says of itself, for each plugin of that name. */
    @Command(
            name = "show",
            description = "What a plugin says of itself.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Mixin private AsJson form = new AsJson();

        @Override
        public Integer call() throws IOException {
            Plugins plugins = Plugins.scan();
            List<PluginEntry> named =
                    plugins.list().stream().filter(entry -> entry.name().equals(name)).toList();
            if (named.isEmpty()) {
                // A path is a plugin too; what is neither gets the error that names the known ones.
                named = List.of(plugins.parser(name).plugin());
            }
            try (Writer out = Output.open(null)) {
                for (PluginEntry entry : named) {
                    Map<String, Object> words = words(entry);
                    out.write(form.json ? Json.of(words) + "\n" : text(words));
                }
            }
            return 0;
        }

        private static Map<String, Object> words(PluginEntry entry) {
            PluginInfo info = entry.info();
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("name", entry.name());
            words.put("type", info.type().title());
            words.put("title", entry.metadata().title());
            words.put("description", entry.metadata().description());
            words.putAll(entry.metadata().more());
            words.put("version", info.version().toString());
            words.put("interface", info.apiVersion().toString());
            words.put("origin", entry.origin());
            words.put(
                    "columns",
                    info.renderOptions().columns().stream().map(each -> each.caption()).toList());
            words.put("configuration", info.schema().items().stream().map(Show::item).toList());
            return words;
        }

        private static Map<String, Object> item(ConfigSchema.Item item) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("id", item.id());
            words.put("type", item.input().title());
            words.put("title", item.title());
            words.put("description", item.description());
            if (item.input() instanceof ConfigSchema.DropdownInput dropdown) {
                words.put("options", dropdown.options());
            }
            words.put("default", ConfigText.of(item.input().initial()));
            return words;
        }

        private static String text(Map<String, Object> words) {
            StringBuilder text = new StringBuilder();
            words.forEach(
                    (key, value) -> {
                        if (value instanceof List<?> list) {
                            list.forEach(each -> text.append(line(key, each)));
                        } else {
                            text.append(line(key, value));
                        }
                    });
            return text.toString();
        }

        private static String line(String key, Object value) {
            return value instanceof Map<?, ?> map
                    ? key + "\t" + Line.of(map.values().toArray()) + "\n"
                    : Line.of(key, value) + "\n";
        }
    }
}

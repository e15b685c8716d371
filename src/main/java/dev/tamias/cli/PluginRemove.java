package dev.tamias.cli;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginRemoval;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plugins remove}: takes a plugin away and says where it is kept. */
@Command(
        name = "remove",
        description = "Removes a plugin; for some days it can be moved back from where it is kept.",
        mixinStandardHelpOptions = true)
final class PluginRemove implements Callable<Integer> {

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "parser or byte_source, where there are two of the name.")
    private @Nullable PluginType type;

    @Mixin private PluginsVerb.AsJson form = new PluginsVerb.AsJson();

    @Override
    public Integer call() throws IOException {
        Plugins plugins = Plugins.scan();
        PluginType meant = type == null ? type(plugins) : type;
        PluginRemoval removal = plugins.remove(meant, name);
        PluginWords.warn(plugins);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", name);
        words.put("type", meant.title());
        words.put("place", removal.place().toString());
        words.put("kept", removal.kept().toString());
        PluginWords.write(List.of(words), form.json);
        return 0;
    }

    private PluginType type(Plugins plugins) {
        List<PluginEntry> named =
                plugins.list().stream().filter(each -> each.name().equals(name)).toList();
        if (named.size() > 1) {
            throw new WrongUsage(
                    "There are a parser and a byte source \"" + name + "\"; say --type.");
        }
        if (named.isEmpty()) {
            throw new HostException(
                    Trouble.UNKNOWN_PLUGIN, "There is no plugin \"" + name + "\" to remove.");
        }
        return named.get(0).type();
    }
}

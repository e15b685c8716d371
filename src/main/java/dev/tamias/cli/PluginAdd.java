package dev.tamias.cli;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginPackage;
import dev.tamias.manager.PluginsManager;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plugins add}: judges a plugin and puts it into the first directory of plugins. */
@Command(
        name = "add",
        description = "Adds a plugin to the first directory of plugins, after judging it.",
        mixinStandardHelpOptions = true)
final class PluginAdd implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A directory, a .wasm file, a zip or jar archive, maven:group:artifact:version, or"
                            + " classpath:path/NAME.wasm.")
    private String path = "";

    @Option(names = "--update", description = "Replaces the plugin of that type and name.")
    private boolean update;

    @Option(
            names = "--sha256",
            paramLabel = "HEX",
            description = "Refuses a plugin whose .wasm file has another SHA-256.")
    private @Nullable String sha256;

    @Mixin private PluginsVerb.AsJson form = new PluginsVerb.AsJson();

    @Override
    public Integer call() throws IOException {
        Plugins plugins = Plugins.scan();
        PluginPackage plugin = PluginPackage.of(path);
        if (sha256 != null) {
            plugin = plugin.withSha256(sha256);
        }
        PluginsManager manager = plugins.manager();
        PluginEntry added = update ? manager.update(plugin) : manager.add(plugin);
        PluginWords.warn(plugins);
        PluginWords.write(List.of(PluginWords.of(added)), form.json);
        return 0;
    }
}

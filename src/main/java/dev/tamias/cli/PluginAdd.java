package dev.tamias.cli;

import dev.tamias.Plugins;
import dev.tamias.manager.PluginEntry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Mixin private PluginsVerb.AsJson form = new PluginsVerb.AsJson();

    @Override
    public Integer call() throws IOException {
        Plugins plugins = Plugins.scan();
        PluginEntry added = update ? plugins.update(path) : plugins.add(path);
        PluginWords.warn(plugins);
        PluginWords.write(List.of(PluginWords.of(added)), form.json);
        return 0;
    }
}

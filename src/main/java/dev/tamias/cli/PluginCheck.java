package dev.tamias.cli;

import static dev.tamias.Bytes.file;

import dev.tamias.Plugins;
import dev.tamias.manager.InvalidPlugin;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.Problem;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plugins check}: whether a file is a plugin that runs here. Exit 0 whatever the verdict. */
@Command(
        name = "check",
        description = "Says whether a file is a plugin.",
        mixinStandardHelpOptions = true)
final class PluginCheck implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "A .wasm file.")
    private String path = "";

    @Option(names = "--sample", paramLabel = "FILE", description = "Has a parser parse FILE too.")
    private @Nullable String sample;

    @Mixin private PluginsVerb.AsJson form = new PluginsVerb.AsJson();

    @Override
    public Integer call() throws IOException {
        if (!path.endsWith(".wasm")) {
            throw new WrongUsage(
                    "plugins check takes the path of a .wasm file, and was given \""
                            + path
                            + "\".");
        }
        Map<String, Object> words = verdict(Plugins.scan());
        try (Writer out = Output.open(null)) {
            out.write((form.json ? Json.of(words) : Line.of(words.values().toArray())) + "\n");
        }
        return 0;
    }

    private Map<String, Object> verdict(Plugins plugins) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("path", path);
        try {
            PluginInfo info = info(plugins);
            words.put("verdict", "ok");
            words.put("type", info.type().title());
            words.put("version", info.version().toString());
            words.put("interface", info.apiVersion().toString());
            words.put("detail", detail(plugins, info));
        } catch (TamiasException e) {
            words.put("verdict", "reject");
            words.put("type", "-");
            words.put("version", "-");
            words.put("interface", "-");
            words.put("detail", e.getMessage());
            if (form.json && e instanceof InvalidPlugin invalid) {
                words.put("problems", invalid.problems().stream().map(PluginCheck::words).toList());
            }
        }
        return words;
    }

    private static Map<String, Object> words(Problem problem) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("trouble", problem.trouble().anchor());
        words.put("found", problem.found());
        words.put("expected", problem.expected());
        words.put("remedy", problem.remedy());
        return words;
    }

    private String detail(Plugins plugins, PluginInfo info) {
        return sample == null || info.type() != PluginType.PARSER
                ? ""
                : plugins.parser(path).over(file(sample)).summary().toString();
    }

    /** A file says its type itself, so the types are tried in turn. */
    private PluginInfo info(Plugins plugins) {
        try {
            return entry(plugins, PluginType.PARSER).info();
        } catch (TamiasException e) {
            if (e.trouble() != Trouble.NOT_A_PLUGIN) {
                throw e;
            }
            return entry(plugins, PluginType.BYTE_SOURCE).info();
        }
    }

    private PluginEntry entry(Plugins plugins, PluginType type) {
        return plugins.plugin(type, path);
    }
}

package dev.tamias.cli;

import static dev.tamias.Bytes.file;

import dev.tamias.Plugins;
import dev.tamias.check.CheckReport;
import dev.tamias.check.PluginCheck;
import dev.tamias.manager.InvalidPlugin;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.Problem;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code plugins check}: whether a file is a plugin that runs here, in one line, with exit 0 whatever the
 * verdict. With a format, an input or a name in place of a file: a report on all that the plugin does
 * wrong, with exit 1 where it does.
 */
@Command(
        name = "check",
        description = "Says whether a file is a plugin, or all that a plugin does wrong.",
        mixinStandardHelpOptions = true)
final class PluginChecking implements Callable<Integer> {

    /** The forms of a report. */
    private enum Format {
        TEXT,
        HTML,
        JSON
    }

    @Parameters(paramLabel = "PLUGIN|FILE", description = "Name of a plugin, or a .wasm file.")
    private String path = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Writes the whole report: ${COMPLETION-CANDIDATES}.")
    private @Nullable Format format;

    @Option(
            names = "--input",
            paramLabel = "LOG",
            description = "Reports on the plugin with that log, in place of a sample of Tamias.")
    private @Nullable Path input;

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description = "Reports on the plugin with that setting; may be given again.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Makes other slicings and bad inputs for the report.")
    private @Nullable Long seed;

    @Option(names = "--sample", paramLabel = "FILE", description = "Has a parser parse FILE too.")
    private @Nullable String sample;

    @Mixin private PluginsVerb.AsJson form = new PluginsVerb.AsJson();

    @Override
    public Integer call() throws IOException {
        boolean isFile = path.endsWith(".wasm");
        boolean known = Plugins.scan().list().stream().anyMatch(each -> each.name().equals(path));
        if (!isFile && !known) {
            throw new WrongUsage(
                    "plugins check takes the name of a plugin or the path of a .wasm file, and was given \""
                            + path
                            + "\".");
        }
        boolean more = format != null || input != null || seed != null || !settings.isEmpty();
        if (more || known && !form.json) {
            return report();
        }
        Map<String, Object> words = verdict(Plugins.scan());
        try (Writer out = Output.open(null)) {
            out.write((form.json ? Json.of(words) : Line.of(words.values().toArray())) + "\n");
        }
        return 0;
    }

    private int report() throws IOException {
        PluginCheck check = PluginCheck.of(path);
        if (input != null) {
            check = check.input(input);
        }
        if (seed != null) {
            check = check.seed(seed);
        }
        for (Map.Entry<String, String> each : settings.entrySet()) {
            check = check.set(each.getKey(), each.getValue());
        }
        CheckReport report = check.run();
        try (Writer out = Output.open(null)) {
            out.write(
                    switch (format == null ? (form.json ? Format.JSON : Format.TEXT) : format) {
                        case TEXT -> report.toString();
                        case HTML -> report.html();
                        case JSON -> Json.of(report.toMap()) + "\n";
                    });
        }
        return report.isClean() ? 0 : Main.FAILED;
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
                words.put(
                        "problems",
                        invalid.problems().stream().map(PluginChecking::words).toList());
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

package dev.tamias.check;

import dev.tamias.Plugins;
import dev.tamias.engine.Engine;
import dev.tamias.manager.InvalidPlugin;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.Problem;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plugin keeps to its contract, found out by running it many times:
 *
 * <pre>{@code
 * PluginCheck.of("build/my-parser.wasm").input(Path.of("my.log")).run()
 * }</pre>
 *
 * Immutable; {@link #run} does the work, in some seconds.
 */
public final class PluginCheck {

    private static final long SEED = 1;

    private final Plugins plugins;
    private final String nameOrPath;
    private final byte @Nullable [] component;
    private final @Nullable Supplier<Sample> input;
    private final Map<String, Object> settings;
    private final long seed;

    private PluginCheck(
            Plugins plugins,
            String nameOrPath,
            byte @Nullable [] component,
            @Nullable Supplier<Sample> input,
            Map<String, Object> settings,
            long seed) {
        this.plugins = plugins;
        this.nameOrPath = nameOrPath;
        this.component = component;
        this.input = input;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * A check of a plugin.
     *
     * @param nameOrPath the name of one that a scan finds, or the path of a {@code .wasm} file
     */
    public static PluginCheck of(String nameOrPath) {
        return of(Plugins.scan(), nameOrPath);
    }

    /** A check of one of these plugins, or of a file. */
    public static PluginCheck of(Plugins plugins, String nameOrPath) {
        return new PluginCheck(plugins, nameOrPath, null, null, Map.of(), SEED);
    }

    /** A check of a component that is in no file yet, as {@code Workshop.componentNew} gives it. */
    public static PluginCheck of(byte[] component) {
        return new PluginCheck(Plugins.scan(), "", component.clone(), null, Map.of(), SEED);
    }

    /**
     * Checks with that log, of which the first 4 MiB are taken; without one, with the sample of Tamias
     * that the plugin makes the most of. A byte source is given it as the file to read.
     */
    public PluginCheck input(Path log) {
        return input(() -> Sample.of(log));
    }

    /** Checks with a log of these bytes. */
    public PluginCheck input(byte[] log) {
        byte[] bytes = log.clone();
        return input(() -> Sample.of(bytes));
    }

    private PluginCheck input(Supplier<Sample> log) {
        return new PluginCheck(plugins, nameOrPath, component, log, settings, seed);
    }

    /** Sets a configuration item, as {@link dev.tamias.ParserStep#set} does. */
    public PluginCheck set(String id, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(id, value);
        return new PluginCheck(plugins, nameOrPath, component, input, more, seed);
    }

    /** Cuts the input, and makes bad ones, by other random numbers. */
    public PluginCheck seed(long number) {
        return new PluginCheck(plugins, nameOrPath, component, input, settings, number);
    }

    /**
     * Runs the plugin, and says what was found. What the plugin does wrong is in the report.
     *
     * @throws TamiasException where there is no such plugin, input or setting
     */
    public CheckReport run() {
        if (component == null) {
            return run(nameOrPath);
        }
        try (SampleFiles files = SampleFiles.create()) {
            CheckReport report = run(files.write("component.wasm", component).toString());
            return report.from("given as " + component.length + " bytes");
        }
    }

    private CheckReport run(String plugin) {
        Sample given = input == null ? null : input.get();
        PluginEntry entry = entry(plugin);
        List<Finding> findings = new ArrayList<>();
        PluginInfo info = contract(entry, findings);
        if (info == null) {
            return report(entry, "-", "nothing", findings);
        }
        Subject subject = Subject.of(entry, Engine.shared(), settings);
        subject.configuration();
        files(entry, findings);
        ImportsCheck.add(entry.imports(), findings);
        boolean parser = info.type() == PluginType.PARSER;
        Sample sample = given != null ? given : parser ? Sample.bestFor(subject) : Sample.lines();
        Optional<HeapWatch> heap = HeapCheck.of(subject, sample);
        heap.ifPresent(found -> findings.add(HeapCheck.finding(found)));
        Subject spared = heap.map(subject::watched).orElse(subject);
        if (parser) {
            new ParserCheck(spared, sample, seed).run(findings);
        } else {
            new ByteSourceCheck(spared, sample, seed).run(findings);
        }
        return report(entry, info.type().title(), sample.name(), findings);
    }

    private CheckReport report(PluginEntry entry, String type, String on, List<Finding> findings) {
        findings.sort(java.util.Comparator.comparing(Finding::aspect));
        return new CheckReport(entry.name(), type, entry.origin(), on, seed, findings);
    }

    /** A file says its type itself, so the types are tried in turn. */
    private PluginEntry entry(String plugin) {
        if (plugin.endsWith(".wasm")) {
            PluginEntry parser = plugins.plugin(PluginType.PARSER, plugin);
            return isByteSource(parser) ? plugins.plugin(PluginType.BYTE_SOURCE, plugin) : parser;
        }
        try {
            return plugins.plugin(PluginType.PARSER, plugin);
        } catch (TamiasException e) {
            if (plugins.manager().find(PluginType.BYTE_SOURCE, plugin).isEmpty()) {
                throw e;
            }
            return plugins.plugin(PluginType.BYTE_SOURCE, plugin);
        }
    }

    private static boolean isByteSource(PluginEntry taken) {
        try {
            taken.info();
            return false;
        } catch (TamiasException e) {
            return e.trouble() == Trouble.NOT_A_PLUGIN && e.sentence().contains("byte source");
        }
    }

    private static @Nullable PluginInfo contract(PluginEntry entry, List<Finding> findings) {
        try {
            PluginInfo info = entry.info();
            findings.add(
                    Finding.good(
                            Aspect.CONTRACT,
                            "It is a "
                                    + info.type().title()
                                    + " for interface "
                                    + info.apiVersion()
                                    + ", of version "
                                    + info.version()
                                    + "."));
            for (Problem each : entry.problems()) {
                findings.add(problem(each));
            }
            return info;
        } catch (TamiasException e) {
            HeapCheck.ofInfo(entry)
                    .ifPresentOrElse(findings::add, () -> findings.addAll(problems(e)));
        }
        return null;
    }

    private static List<Finding> problems(TamiasException failure) {
        if (failure instanceof InvalidPlugin invalid) {
            return invalid.problems().stream().map(PluginCheck::problem).toList();
        }
        String remedy = "See " + failure.trouble().link() + ".";
        return List.of(Finding.defect(Aspect.CONTRACT, failure.sentence(), remedy));
    }

    private static Finding problem(Problem problem) {
        String remedy = problem.remedy().isEmpty() ? "" : problem.remedy() + ".";
        String found =
                problem.found()
                        + (problem.expected().isEmpty()
                                ? "."
                                : "; expected: " + problem.expected() + ".");
        return problem.severity() == Problem.Severity.ERROR
                ? Finding.defect(Aspect.CONTRACT, found, remedy)
                : new Finding(Aspect.CONTRACT, Finding.Kind.NOTE, found, remedy);
    }

    /** Chipmunk refuses a plugin whose description it cannot read. */
    private static void files(PluginEntry entry, List<Finding> findings) {
        String warning = entry.metadata().warning();
        if (!warning.isEmpty()) {
            findings.add(
                    Finding.defect(
                            Aspect.FILES,
                            warning + ".",
                            "Write title = \"…\" and description = \"…\" into "
                                    + entry.name()
                                    + ".toml, which Chipmunk reads beside the binary."));
        } else if (entry.metadata().description().isBlank()) {
            findings.add(
                    Finding.note(
                            Aspect.FILES,
                            "There is no "
                                    + entry.name()
                                    + ".toml with a title and a description; people see the file's name."));
        } else {
            findings.add(
                    Finding.good(
                            Aspect.FILES, "Its title is \"" + entry.metadata().title() + "\"."));
        }
    }
}

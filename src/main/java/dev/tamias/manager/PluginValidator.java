package dev.tamias.manager;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.host.PluginApi;
import dev.tamias.host.PluginExport;
import dev.tamias.host.PluginProbe;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a binary: first by its types, running nothing; where those fit, by what the plugin says of
 * itself, asked of an instance that is granted nothing, under deadline and memory limit. A verdict names
 * all problems, not the first.
 */
final class PluginValidator {

    /** To be raised when a binary may be judged otherwise than before. */
    static final int VERSION = 2;

    /** Failures that the same bytes meet again: only these are verdicts. */
    private static final Set<Trouble> LASTING =
            Set.of(
                    Trouble.MALFORMED_COMPONENT,
                    Trouble.INVALID_COMPONENT,
                    Trouble.UNSUPPORTED_FEATURE,
                    Trouble.LINK,
                    Trouble.NOT_A_PLUGIN,
                    Trouble.PLUGIN_VERSION,
                    Trouble.TRAP,
                    Trouble.CONTRACT);

    private final Engine engine;

    PluginValidator(Engine engine) {
        this.engine = engine;
    }

    /** What a binary imports, by name, in its order. */
    List<String> imports(String plugin, PluginBinary binary) {
        return List.copyOf(component(plugin, binary).imports().keySet());
    }

    /** The component that a binary is. */
    Component component(String plugin, PluginBinary binary) {
        return PluginProbe.load(plugin, engine, binary.bytes());
    }

    /**
     * A verdict with what it is about.
     *
     * @param component null where the plugin cannot be used
     */
    record Judgement(Verdict verdict, @Nullable Component component) {}

    /**
     * Judges a binary.
     *
     * @throws TamiasException where it could not be judged this time: a deadline, memory, an interrupt
     */
    Judgement judge(String plugin, PluginType wanted, PluginBinary binary) {
        Component component;
        try {
            component = PluginProbe.load(plugin, engine, binary.bytes());
        } catch (TamiasException e) {
            List<Problem> problems = List.of(lasting(e, remedy(binary.bytes())));
            return new Judgement(new Verdict(binary.sha256(), null, problems), null);
        }
        Verdict verdict = judge(plugin, wanted, binary.sha256(), component);
        return new Judgement(verdict, verdict.isValid() ? component : null);
    }

    /**
     * The component of a binary on which there is a verdict.
     *
     * @return null where the plugin cannot be used
     */
    @Nullable Component component(String plugin, PluginBinary binary, Verdict known) {
        return known.isValid() ? PluginProbe.loadKnown(plugin, engine, binary.bytes()) : null;
    }

    private Verdict judge(String plugin, PluginType wanted, String sha256, Component component) {
        List<Problem> problems = new ArrayList<>(types(plugin, wanted, component));
        PluginInfo info = null;
        if (problems.stream().noneMatch(Problem::isError)) {
            try {
                info = PluginProbe.info(plugin, wanted, engine, component);
                problems.addAll(InfoCheck.problems(plugin, info));
            } catch (TamiasException e) {
                problems.add(lasting(e, "Its author has to correct it"));
            }
        }
        problems.sort(Comparator.comparing(Problem::severity));
        return new Verdict(sha256, info, problems);
    }

    /**
     * The type of a plugin that can be used, which its exports say.
     *
     * @throws InvalidPlugin where it cannot be used
     * @throws TamiasException where it is no component or no plugin, or could not be judged
     */
    PluginType requireType(String plugin, PluginBinary binary) {
        Component component = PluginProbe.load(plugin, engine, binary.bytes());
        PluginType type = PluginExport.of(plugin, component).type();
        judge(plugin, type, binary.sha256(), component).requireInfo();
        return type;
    }

    private List<Problem> types(String plugin, PluginType wanted, Component component) {
        List<Problem> problems = new ArrayList<>();
        try {
            PluginExport export = PluginExport.of(plugin, component);
            if (export.type() != wanted) {
                problems.add(otherType(plugin, export.type(), wanted));
            }
            PluginApi api = PluginApi.of(plugin, export);
            problems.addAll(InterfaceCheck.exports(plugin, component, api, export));
            problems.addAll(InterfaceCheck.imports(plugin, engine, component, api));
        } catch (HostException e) {
            problems.add(
                    lasting(
                            e,
                            "Build it for "
                                    + versions()
                                    + " of the interface, with the WIT files in src/main/wit"));
            problems.addAll(importsOfNoVersion(plugin, component));
        }
        return problems;
    }

    /** What is wrong with the imports of a plugin of no known version, whichever fits them best. */
    private List<Problem> importsOfNoVersion(String plugin, Component component) {
        return PluginApi.known().stream()
                .map(api -> InterfaceCheck.imports(plugin, engine, component, api))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static String versions() {
        return PluginApi.known().stream().map(PluginApi::title).collect(Collectors.joining(" or "));
    }

    private static Problem otherType(String plugin, PluginType found, PluginType wanted) {
        return Problem.error(
                Trouble.NOT_A_PLUGIN,
                "\"" + plugin + "\" is a " + found.title() + ", not a " + wanted.title(),
                "a " + found.title() + " in the folder \"" + found.folder() + "\"",
                "Move it there");
    }

    private static String remedy(byte[] bytes) {
        boolean coreModule = bytes.length > 7 && bytes[0] == 0 && bytes[1] == 'a' && bytes[4] == 1;
        return coreModule
                ? "Make a component of it with `wasm-tools component new`, or build for wasm32-wasip2"
                : "Copy or build the file again";
    }

    private static Problem lasting(TamiasException failure, String remedy) {
        if (!LASTING.contains(failure.trouble())) {
            throw failure;
        }
        String found = failure.sentence();
        return Problem.error(
                failure.trouble(),
                found.endsWith(".") ? found.substring(0, found.length() - 1) : found,
                "",
                remedy);
    }
}

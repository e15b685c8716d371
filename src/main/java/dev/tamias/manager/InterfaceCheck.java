package dev.tamias.manager;

import dev.tamias.component.Component;
import dev.tamias.component.Linker;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.Engine;
import dev.tamias.host.PluginApi;
import dev.tamias.host.PluginExport;
import dev.tamias.host.PluginImports;
import dev.tamias.model.GuestText;
import dev.tamias.model.LogLevel;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.WasiContext;
import dev.tamias.wasi.WasiLinker;
import dev.tamias.wasi.WasiSignatures;
import dev.tamias.wasi.WasiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds a component's types against one version of the plugin interface: the functions that it exports,
 * and those that it imports. Runs and compiles nothing.
 */
final class InterfaceCheck {

    private static final String REBUILD = "Rebuild it against the WIT files of version ";

    private static final String NETWORK = "wasi:sockets/";

    private final String plugin;
    private final Component component;
    private final PluginApi api;
    private final List<Problem> problems = new ArrayList<>();

    private InterfaceCheck(String plugin, Component component, PluginApi api) {
        this.plugin = plugin;
        this.component = component;
        this.api = api;
    }

    /** All that does not fit. What of WASI is not offered is a warning: it traps where it is called. */
    static List<Problem> exports(
            String plugin, Component component, PluginApi api, PluginExport export) {
        InterfaceCheck check = new InterfaceCheck(plugin, component, api);
        check.exports(export);
        return check.problems;
    }

    static List<Problem> imports(String plugin, Engine engine, Component component, PluginApi api) {
        InterfaceCheck check = new InterfaceCheck(plugin, component, api);
        component.imports().forEach(check::signatures);
        check.link(engine);
        return check.problems;
    }

    private void exports(PluginExport export) {
        ExternType type = component.exports().get(export.name());
        if (!(type instanceof ExternType.Instance instance)) {
            wrong(
                    "export \"" + export.name() + "\" is a " + (type == null ? "" : type.title()),
                    "an instance");
            return;
        }
        Map<String, ExternType> given = instance.type().exports();
        api.exports(export.type())
                .forEach(
                        (name, wanted) ->
                                signature(
                                        "export \"" + export.name() + "#" + name + "\"",
                                        given.get(name),
                                        wanted));
    }

    private void signature(String what, @Nullable ExternType given, FuncType wanted) {
        if (given == null) {
            wrong(what + " is missing", shown(wanted));
        } else if (!(given instanceof ExternType.Func func)) {
            wrong(what + " is a " + given.title(), shown(wanted));
        } else if (!func.type().equals(wanted)) {
            wrong(what + " is " + shown(func.type()), shown(wanted));
        }
    }

    /** The functions that are imported from Chipmunk's interfaces and from WASI. */
    private void signatures(String name, ExternType type) {
        if (!(type instanceof ExternType.Instance instance)) {
            return;
        }
        wasi(name, instance.type());
        refused(name, instance.type());
        api.imports()
                .forEach(
                        (offered, functions) -> {
                            if (onOneTrack(offered, name)) {
                                functions.forEach(
                                        (function, wanted) -> {
                                            ExternType given =
                                                    instance.type().exports().get(function);
                                            if (given != null) {
                                                signature(
                                                        "import \"" + name + "#" + function + "\"",
                                                        given,
                                                        wanted);
                                            }
                                        });
                            }
                        });
    }

    /** The functions that are imported from WASI, those too that trap here. */
    private void wasi(String name, ExternType.InstanceType instance) {
        instance.exports()
                .forEach(
                        (function, type) -> {
                            if (type instanceof ExternType.Func func) {
                                WasiSignatures.otherThan(name, function, func.type())
                                        .ifPresent(
                                                wanted ->
                                                        wrong(
                                                                "import \""
                                                                        + name
                                                                        + "#"
                                                                        + function
                                                                        + "\" is "
                                                                        + shown(func.type()),
                                                                GuestText.oneLine(wanted)));
                            }
                        });
    }

    /** A plugin is granted no address, so what it asks of the network is refused. */
    private void refused(String name, ExternType.InstanceType instance) {
        boolean hasFunctions =
                instance.exports().values().stream().anyMatch(ExternType.Func.class::isInstance);
        if (name.startsWith(NETWORK) && hasFunctions) {
            problems.add(
                    Problem.warning(
                            Trouble.LINK,
                            prefix() + "imports functions of \"" + name + "\", and has no network",
                            "",
                            "It is told access-denied where it calls them; build it without them to"
                                    + " be safe"));
        }
    }

    private static boolean onOneTrack(String one, String other) {
        return track(one).equals(track(other));
    }

    private static String track(String name) {
        int at = name.indexOf('@') + 1;
        String version = name.substring(at);
        return name.substring(0, at)
                + SemanticVersion.parse(version)
                        .map(SemanticVersion::compatibilityTrack)
                        .orElse(version);
    }

    /** Whether everything that is imported is there and of the right kind. */
    private void link(Engine engine) {
        Linker linker = new Linker(engine);
        api.link(linker, NOTHING);
        WasiState wasi = WasiLinker.add(linker, WasiContext.builder().build());
        try {
            missing(linker);
            for (String mismatch : linker.mismatches(component)) {
                problems.add(
                        Problem.error(
                                Trouble.LINK,
                                prefix() + "has an " + mismatch,
                                "what the interface says",
                                REBUILD + api.title()));
            }
        } finally {
            wasi.close();
        }
    }

    private void missing(Linker linker) {
        Set<String> trapping = new TreeSet<>();
        for (String missing : linker.missing(component)) {
            if (missing.startsWith("\"wasi:")) {
                trapping.add(missing.replaceAll("^\"|[#\"].*$", ""));
            } else {
                problems.add(
                        Problem.error(
                                Trouble.LINK,
                                prefix() + "imports " + missing + ", which is not offered",
                                "imports of "
                                        + String.join(", ", new TreeSet<>(api.imports().keySet()))
                                        + " and WASI 0.2 alone",
                                "Build it without that import"));
            }
        }
        trapping.forEach(this::trapping);
    }

    private void trapping(String name) {
        problems.add(
                Problem.warning(
                        Trouble.LINK,
                        prefix() + "imports functions of \"" + name + "\" that are not offered",
                        "",
                        "It traps where it calls them; build it without them to be safe"));
    }

    private void wrong(String found, String expected) {
        problems.add(
                Problem.error(
                        Trouble.CONTRACT,
                        "\"" + plugin + "\" does not fit its interface: its " + found,
                        expected,
                        REBUILD + api.title()));
    }

    private String prefix() {
        return "\"" + plugin + "\" ";
    }

    private static String shown(FuncType type) {
        return GuestText.oneLine(type.toString());
    }

    /** What a plugin is offered where it is linked and never run. */
    private static final PluginImports NOTHING =
            new PluginImports() {
                @Override
                public void log(LogLevel level, String message) {
                    throw new IllegalStateException("a plugin ran while it was only looked at");
                }

                @Override
                public String temporaryDirectory() {
                    throw new IllegalStateException("a plugin ran while it was only looked at");
                }
            };
}

package dev.tamias.host;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.type.FuncType;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * One version of the plugin interface: what it lets a plugin import, and how a plugin's exports are
 * called. Versions are found as services, so that a new one is a package of its own and a line in
 * {@code META-INF/services}.
 */
public interface PluginApi {

    /** What this version is called in a message, as {@code 0.1.x}. */
    String title();

    /** Whether plugins that export this interface are of this version. */
    boolean serves(PluginExport export);

    /** The functions that plugins of a type export, by name: what a plugin is held against. */
    Map<String, FuncType> exports(PluginType type);

    /** What plugins may import besides WASI: functions by name, by the name of their interface. */
    Map<String, Map<String, FuncType>> imports();

    /** Whether a plugin may ask for a temporary directory; where not, none is made for it. */
    boolean wantsTemporaryDirectory(Component component);

    /** Adds what plugins of this version may import besides WASI. */
    void link(Linker linker, PluginImports imports);

    /** The typed face of a parser's instance. */
    ParserGuest parser(Instance instance, PluginExport export);

    /** The typed face of a byte source's instance. */
    ByteSourceGuest byteSource(Instance instance, PluginExport export);

    /** All versions that this release runs. */
    static List<PluginApi> known() {
        return ServiceLoader.load(PluginApi.class, PluginApi.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The version that serves a plugin.
     *
     * @throws HostException where there is none, naming those there are
     */
    static PluginApi of(String plugin, PluginExport export) {
        List<PluginApi> known = known();
        return known.stream()
                .filter(api -> api.serves(export))
                .findFirst()
                .orElseThrow(
                        () ->
                                new HostException(
                                        Trouble.PLUGIN_VERSION,
                                        "\""
                                                + plugin
                                                + "\" is a plugin for version "
                                                + export.version()
                                                + " of "
                                                + export.name().replaceAll("@.*", "")
                                                + ", and this release runs "
                                                + known.stream()
                                                        .map(PluginApi::title)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }
}

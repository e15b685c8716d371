package dev.tamias.host;

import dev.tamias.component.Component;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plugin interface that a component exports, which is what makes it a plugin.
 *
 * @param name the export's full name, as {@code chipmunk:parser/parser@0.1.0}
 */
public record PluginExport(PluginType type, SemanticVersion version, String name) {

    private static final String PARSER = "chipmunk:parser/parser";
    private static final String BYTE_SOURCE = "chipmunk:bytesource/byte-source";

    /**
     * The plugin interface of a component.
     *
     * @param plugin the plugin's name, for the message
     * @throws HostException where it exports none, both, or one without a version
     */
    public static PluginExport of(String plugin, Component component) {
        List<PluginExport> found =
                component.exports().keySet().stream()
                        .map(PluginExport::parse)
                        .flatMap(Optional::stream)
                        .toList();
        if (found.isEmpty()) {
            throw new HostException(
                    Trouble.NOT_A_PLUGIN,
                    "\""
                            + plugin
                            + "\" is a component but no plugin: it exports "
                            + list(component)
                            + ", not "
                            + PARSER
                            + " or "
                            + BYTE_SOURCE
                            + ".");
        }
        if (found.size() > 1) {
            throw new HostException(
                    Trouble.NOT_A_PLUGIN,
                    "\""
                            + plugin
                            + "\" exports more than one plugin interface ("
                            + list(component)
                            + "); a plugin has one.");
        }
        return found.get(0);
    }

    private static Optional<PluginExport> parse(String export) {
        int at = export.indexOf('@');
        String name = at < 0 ? export : export.substring(0, at);
        Optional<SemanticVersion> version =
                at < 0 ? Optional.empty() : SemanticVersion.parse(export.substring(at + 1));
        if (name.equals(PARSER)) {
            return version.map(known -> new PluginExport(PluginType.PARSER, known, export));
        }
        if (name.equals(BYTE_SOURCE)) {
            return version.map(known -> new PluginExport(PluginType.BYTE_SOURCE, known, export));
        }
        return Optional.empty();
    }

    private static String list(Component component) {
        return component.exports().isEmpty()
                ? "nothing"
                : component.exports().keySet().stream().collect(Collectors.joining(", "));
    }
}

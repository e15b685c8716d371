package dev.tamias.manager;

import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The plugins that come with Tamias; an index names them, since a class path cannot be listed. */
final class BundledPlugins {

    private static final String ROOT = "/dev/tamias/plugins/";

    private BundledPlugins() {}

    /** The files of all bundled plugins of one type. */
    static List<PluginFiles.Bundled> of(PluginType type) {
        String index = new String(read("index.txt").orElse(new byte[0]), StandardCharsets.UTF_8);
        return index.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(type.folder() + "/"))
                .map(
                        line ->
                                new PluginFiles.Bundled(
                                        type.folder(), line.substring(type.folder().length() + 1)))
                .toList();
    }

    /** A resource below the bundled plugins' root. */
    static Optional<byte[]> read(String path) {
        try (InputStream stream = BundledPlugins.class.getResourceAsStream(ROOT + path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new HostException(
                    Trouble.PLUGIN_FILES,
                    "The bundled file \"" + path + "\" cannot be read: " + e.getMessage() + ".",
                    e);
        }
    }
}

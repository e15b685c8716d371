package dev.tamias.manager;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A plugin in the class path. */
final class ResourcePackage extends PluginPackage {

    private static final String WASM = ".wasm";

    private final ClassLoader loader;
    private final String path;

    ResourcePackage(ClassLoader loader, String path) {
        this.loader = loader;
        this.path = path.startsWith("/") ? path.substring(1) : path;
    }

    @Override
    PluginContent read() {
        if (!path.endsWith(WASM)) {
            throw refused(path, "it is no .wasm file of the class path", null);
        }
        int slash = path.lastIndexOf('/') + 1;
        String folder = path.substring(0, slash);
        String name = path.substring(slash, path.length() - WASM.length());
        byte[] binary =
                bytes(path, PluginFiles.LARGEST_BINARY)
                        .orElseThrow(() -> refused(path, "there is none in the class path", null));
        return new PluginContent(
                name,
                PluginBinary.of(binary),
                bytes(folder + name + ".toml", PluginFiles.LARGEST_TEXT),
                bytes(folder + PluginFiles.README, PluginFiles.LARGEST_TEXT));
    }

    private Optional<byte[]> bytes(String name, int most) {
        try (InputStream stream = loader.getResourceAsStream(name)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw refused(path, "\"" + name + "\" is larger than " + most + " bytes", null);
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw refused(path, "it cannot be read: " + e.getMessage(), e);
        }
    }
}

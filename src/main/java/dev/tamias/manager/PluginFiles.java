package dev.tamias.manager;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of one plugin: {@code NAME.wasm}, and perhaps {@code NAME.toml} and {@code README.md}. */
public sealed interface PluginFiles {

    /** Larger binaries and texts are refused unread. */
    long LARGEST_BINARY = 64L << 20;

    int LARGEST_TEXT = 1 << 20;

    /** Where the plugin is, for people. */
    String origin();

    /** The binary. */
    byte[] binary();

    /** The file beside the binary, where there is one. */
    Optional<String> text(String fileName);

    /** Files in a directory. */
    record InDirectory(Path directory, Path wasm) implements PluginFiles {

        @Override
        public String origin() {
            return wasm.toString();
        }

        @Override
        public byte[] binary() {
            try {
                if (!Files.isRegularFile(wasm)) {
                    throw new HostException(
                            Trouble.PLUGIN_FILES, "There is no plugin binary \"" + wasm + "\".");
                }
                if (Files.size(wasm) > LARGEST_BINARY) {
                    throw new HostException(
                            Trouble.PLUGIN_FILES,
                            "The plugin binary \""
                                    + wasm
                                    + "\" is larger than "
                                    + LARGEST_BINARY
                                    + " bytes.");
                }
                return Files.readAllBytes(wasm);
            } catch (IOException e) {
                throw new HostException(
                        Trouble.PLUGIN_FILES,
                        "The plugin binary \""
                                + wasm
                                + "\" cannot be read: "
                                + e.getMessage()
                                + ".",
                        e);
            }
        }

        @Override
        public Optional<String> text(String fileName) {
            Path file = directory.resolve(fileName);
            try {
                if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_TEXT) {
                    return Optional.empty();
                }
                return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** Files that come with Tamias, in the class path below {@code dev/tamias/plugins}. */
    record Bundled(String folder, String name) implements PluginFiles {

        @Override
        public String origin() {
            return "bundled " + folder + "/" + name;
        }

        @Override
        public byte[] binary() {
            return BundledPlugins.read(folder + "/" + name + "/" + name + ".wasm")
                    .orElseThrow(
                            () ->
                                    new HostException(
                                            Trouble.PLUGIN_FILES,
                                            "The bundled plugin \""
                                                    + name
                                                    + "\" is missing from the class path."));
        }

        @Override
        public Optional<String> text(String fileName) {
            return BundledPlugins.read(folder + "/" + name + "/" + fileName)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }
}

package dev.tamias.manager;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a plugin that is to be added comes from. Nothing is read before it is added. */
public abstract class PluginPackage {

    PluginPackage() {}

    /** A directory with NAME.wasm, the binary itself, or a zip or jar archive. */
    public static PluginPackage of(Path path) {
        return new FilePackage(path);
    }

    /**
     * An artifact {@code group:artifact[:extension[:classifier]]:version} in Maven's local repository.
     *
     * @throws HostException where the text is no coordinate
     */
    public static PluginPackage maven(String coordinate) {
        return MavenPackage.at(coordinate);
    }

    /** A {@code .wasm} file in the class path, with what lies beside it. */
    public static PluginPackage resource(ClassLoader loader, String name) {
        return new ResourcePackage(loader, name);
    }

    /**
     * What a text means: a path where there is one of that name, else {@code maven:} with a coordinate
     * or {@code classpath:} with a resource of the class path.
     */
    public static PluginPackage of(String text) {
        if (text.startsWith("maven:")) {
            return maven(text.substring("maven:".length()));
        }
        if (text.startsWith("classpath:")) {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return resource(
                    context == null ? PluginPackage.class.getClassLoader() : context,
                    text.substring("classpath:".length()));
        }
        return of(Path.of(text));
    }

    /**
     * The same, refused where its binary is another than the one that is meant.
     *
     * @param sha256 of the {@code .wasm} file, in hexadecimal
     */
    public PluginPackage withSha256(String sha256) {
        PluginPackage whole = this;
        return new PluginPackage() {
            @Override
            PluginContent read() {
                PluginContent content = whole.read();
                String found = content.binary().sha256();
                if (!found.equalsIgnoreCase(sha256.strip())) {
                    throw refused(
                            content.name(),
                            "its binary has the SHA-256 " + found + ", not " + sha256.strip(),
                            null);
                }
                return content;
            }
        };
    }

    /**
     * Reads all of it, within limits.
     *
     * @throws HostException where it is not of the form of a plugin, or cannot be read
     */
    abstract PluginContent read();

    static HostException refused(String what, String reason, @Nullable Throwable cause) {
        return new HostException(
                Trouble.PLUGIN_FILES, "\"" + what + "\" cannot be added: " + reason + ".", cause);
    }

    /** Whether a path has the form of an archive. */
    static boolean isArchive(Path path) {
        String name = String.valueOf(path.getFileName());
        return (name.endsWith(".zip") || name.endsWith(".jar")) && !Files.isDirectory(path);
    }
}

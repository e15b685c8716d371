package dev.tamias.manager;

import dev.tamias.model.PluginType;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A directory that holds plugins as Chipmunk's does: {@code parsers/NAME/NAME.wasm} and {@code
 * bytesources/NAME/NAME.wasm}.
 *
 * @param origin what named it, for people
 */
public record PluginDirectory(Path path, String origin) {

    /** A system property with directories, set apart as those of a class path are. */
    static final String PROPERTY = "tamias.plugins";

    /** An environment variable of the same form. */
    static final String VARIABLE = "TAMIAS_PLUGINS";

    /** Chipmunk's own directory, {@code .chipmunk/plugins} in the user's home. */
    public static Path home() {
        return Path.of(System.getProperty("user.home", "."), ".chipmunk", "plugins");
    }

    /**
     * All directories, the one that wins first: {@code arguments}, those of the system property {@code
     * tamias.plugins}, of the environment variable {@code TAMIAS_PLUGINS}, and Chipmunk's in the home.
     */
    public static List<PluginDirectory> all(List<Path> arguments) {
        return all(arguments, System::getProperty, System::getenv);
    }

    static List<PluginDirectory> all(
            List<Path> arguments,
            UnaryOperator<@Nullable String> properties,
            UnaryOperator<@Nullable String> variables) {
        List<PluginDirectory> all = new ArrayList<>();
        arguments.forEach(each -> all.add(new PluginDirectory(each, "argument")));
        paths(properties.apply(PROPERTY))
                .forEach(each -> all.add(new PluginDirectory(each, "property " + PROPERTY)));
        paths(variables.apply(VARIABLE))
                .forEach(each -> all.add(new PluginDirectory(each, "variable " + VARIABLE)));
        all.add(new PluginDirectory(home(), "home"));
        return all;
    }

    private static List<Path> paths(@Nullable String list) {
        List<Path> paths = new ArrayList<>();
        if (list != null) {
            for (String each : list.split(File.pathSeparator, -1)) {
                if (!each.isBlank()) {
                    paths.add(Path.of(each));
                }
            }
        }
        return paths;
    }

    /** The folder for plugins of one type. */
    Path folder(PluginType type) {
        return path.resolve(type.folder());
    }

    /**
     * The plugins' directories, links to such included, by name; none where there is no such folder.
     *
     * @throws IOException where the folder is there and cannot be listed
     */
    List<Path> list(PluginType type) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder(type))) {
            for (Path each : entries) {
                if (isDirectory(each)) {
                    found.add(each);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return List.copyOf(found);
    }

    /** Unlike {@link Files#isDirectory}, this does not take a failed look for a no. */
    private static boolean isDirectory(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
        } catch (NoSuchFileException e) {
            // A link that leads nowhere, or gone since.
            return false;
        }
    }

    /** Notes how the files of all plugins look from outside. */
    void stamp(Map<Path, FileStamp> stamps) throws IOException {
        for (PluginType type : PluginType.values()) {
            for (Path each : list(type)) {
                String name = String.valueOf(each.getFileName());
                for (String file : List.of(name + ".wasm", name + ".toml", PluginFiles.README)) {
                    FileStamp stamp = FileStamp.of(each.resolve(file));
                    if (stamp != null) {
                        stamps.put(each.resolve(file), stamp);
                    }
                }
            }
        }
    }
}

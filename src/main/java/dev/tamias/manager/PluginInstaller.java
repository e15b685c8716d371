package dev.tamias.manager;

import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts plugins into a directory and takes them away. A plugin is judged before anything is written, made
 * ready beside the plugins, and moved into place whole: at no moment is there half a plugin.
 */
final class PluginInstaller {

    private static final String STAGING = ".tamias-staging";

    private final PluginsManager manager;
    private final PluginValidator validator;
    private final PluginDirectory directory;

    PluginInstaller(PluginsManager manager, PluginValidator validator, PluginDirectory directory) {
        this.manager = manager;
        this.validator = validator;
        this.directory = directory;
    }

    /**
     * Installs a plugin.
     *
     * @param replace whether one of that name gives way though it is valid
     * @return its type, which its binary says
     */
    PluginType install(PluginContent content, boolean replace) {
        PluginName.require(content.name());
        PluginType type = validator.requireType(content.name(), content.binary());
        Path place = directory.folder(type).resolve(content.name());
        try {
            Files.createDirectories(directory.path());
            return DirectoryLock.hold(
                    directory.path(),
                    () -> {
                        install(content, type, place, replace);
                        return type;
                    });
        } catch (IOException e) {
            throw failed("\"" + place + "\" cannot be written", e);
        }
    }

    private void install(PluginContent content, PluginType type, Path place, boolean replace)
            throws IOException {
        Path root = directory.path();
        PluginTrash trash = new PluginTrash(root);
        clean(root, trash);
        Files.createDirectories(directory.folder(type));
        requireNoTwin(directory.folder(type), content.name());
        boolean there = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        if (there) {
            requireReplaceable(type, content.name(), place, replace);
        }
        put(trash, stage(root, content), place, there);
        Files.deleteIfExists(root.resolve(STAGING));
    }

    /** What an ended process has left behind: while the lock is held, nobody else is staging. */
    private static void clean(Path root, PluginTrash trash) throws IOException {
        trash.sweep();
        Path staging = root.resolve(STAGING);
        if (Files.exists(staging, LinkOption.NOFOLLOW_LINKS)) {
            WholeFile.delete(staging);
        }
    }

    private static void requireNoTwin(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path each : entries) {
                String other = String.valueOf(each.getFileName());
                if (PluginName.areTwins(name, other)) {
                    throw failed(
                            "\""
                                    + name
                                    + "\" cannot be added: there is \""
                                    + other
                                    + "\", which some file systems take for the same name",
                            null);
                }
            }
        }
    }

    private void requireReplaceable(PluginType type, String name, Path place, boolean replace) {
        PluginEntry entry = manager.find(type, name).filter(each -> isAt(each, place)).orElse(null);
        if (entry != null) {
            requireIdle(entry, "replaced");
            entry.check();
        }
        boolean valid = entry != null && entry.state() != PluginState.INVALID;
        if (!replace && valid) {
            throw failed(
                    "There is a "
                            + type.title()
                            + " \""
                            + name
                            + "\" in \""
                            + place
                            + "\" already; update it, or remove it first",
                    null);
        }
    }

    private static boolean isAt(PluginEntry entry, Path place) {
        return entry.files() instanceof PluginFiles.InDirectory own
                && own.directory().equals(place);
    }

    private static void requireIdle(PluginEntry entry, String doing) {
        int running = entry.running();
        if (running > 0) {
            throw failed(
                    "\""
                            + entry.name()
                            + "\" cannot be "
                            + doing
                            + " while "
                            + running
                            + (running == 1 ? " instance of it is" : " instances of it are")
                            + " at work",
                    null);
        }
    }

    private static Path stage(Path root, PluginContent content) throws IOException {
        Path staged = root.resolve(STAGING).resolve(content.name());
        try {
            Files.createDirectories(staged);
            for (Map.Entry<String, byte[]> each : content.files().entrySet()) {
                WholeFile.write(staged.resolve(each.getKey()), each.getValue());
            }
            return staged;
        } catch (IOException e) {
            discard(root, e);
            throw e;
        }
    }

    private static void discard(Path root, IOException reason) {
        try {
            WholeFile.delete(root.resolve(STAGING));
        } catch (IOException e) {
            // The next who installs something tries again.
            reason.addSuppressed(e);
        }
    }

    private static void put(PluginTrash trash, Path staged, Path place, boolean there)
            throws IOException {
        Path root = Objects.requireNonNull(Objects.requireNonNull(staged.getParent()).getParent());
        Path earlier = there ? trash.replace(place) : null;
        try {
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            restore(earlier, place, e);
            discard(root, e);
            throw e;
        }
        if (earlier != null) {
            trash.replaced(earlier);
        }
    }

    private static void restore(@Nullable Path earlier, Path place, IOException reason) {
        if (earlier != null) {
            try {
                Files.move(earlier, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // The trash's name says that it is to be put back, and the next scan does it.
                reason.addSuppressed(e);
            }
        }
    }

    /**
     * Takes a plugin away.
     *
     * @param after to be run when it is put back
     */
    PluginRemoval remove(PluginEntry entry, Runnable after) {
        if (!(entry.files() instanceof PluginFiles.InDirectory files)) {
            throw failed("\"" + entry.name() + "\" comes with Tamias and cannot be removed", null);
        }
        Path place = files.directory();
        Path root = Objects.requireNonNull(Objects.requireNonNull(place.getParent()).getParent());
        requireIdle(entry, "removed");
        try {
            Path taken =
                    DirectoryLock.hold(
                            root,
                            () -> {
                                PluginTrash trash = new PluginTrash(root);
                                clean(root, trash);
                                return trash.remove(place);
                            });
            return new PluginRemoval(root, place, taken, after);
        } catch (IOException e) {
            throw failed("\"" + place + "\" cannot be removed", e);
        }
    }

    private static HostException failed(String sentence, @Nullable IOException cause) {
        return new HostException(
                Trouble.PLUGIN_FILES,
                sentence + (cause == null ? "" : ": " + reason(cause)) + ".",
                cause);
    }

    private static String reason(IOException cause) {
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
}

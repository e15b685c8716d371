package dev.tamias.manager;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where plugins' directories go that were removed or replaced, for some days. Its names are its journal:
 * {@code STATE-FOLDER-MILLISECONDS-NAME}, with the state {@code replacing} while another directory is
 * about to take the place. A process that ends between the two moves of a replacement leaves that state
 * behind, and whoever comes next puts the directory back.
 */
final class PluginTrash {

    static final String DIRECTORY = ".tamias-trash";

    private static final Duration KEPT = Duration.ofDays(7);

    private static final String REPLACING = "replacing";
    private static final String REPLACED = "replaced";
    private static final String REMOVED = "removed";

    private static final Pattern NAME =
            Pattern.compile(
                    "(replacing|replaced|removed)-(parsers|bytesources)-(\\d+)-(.+)",
                    Pattern.DOTALL);

    private final Path root;

    PluginTrash(Path root) {
        this.root = root;
    }

    /** Moves a removed plugin's directory here; answers where it is now. */
    Path remove(Path plugin) throws IOException {
        return take(REMOVED, plugin);
    }

    /** Moves a plugin's directory here since another is about to be put in its place. */
    Path replace(Path plugin) throws IOException {
        return take(REPLACING, plugin);
    }

    private Path take(String state, Path plugin) throws IOException {
        Path trash = root.resolve(DIRECTORY);
        Files.createDirectories(trash);
        Path kind = Objects.requireNonNull(plugin.getParent()).getFileName();
        long now = System.currentTimeMillis();
        Path to;
        do {
            to = trash.resolve(state + "-" + kind + "-" + now++ + "-" + plugin.getFileName());
        } while (Files.exists(to, LinkOption.NOFOLLOW_LINKS));
        Files.move(plugin, to, StandardCopyOption.ATOMIC_MOVE);
        return to;
    }

    /** The other directory is in its place. */
    void replaced(Path taken) throws IOException {
        String name = String.valueOf(taken.getFileName());
        Files.move(
                taken,
                taken.resolveSibling(REPLACED + name.substring(REPLACING.length())),
                StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts back what an ended process has left half replaced, and deletes what is old. */
    void sweep() throws IOException {
        long oldest = System.currentTimeMillis() - KEPT.toMillis();
        for (Path each : content()) {
            Matcher name = NAME.matcher(String.valueOf(each.getFileName()));
            if (!name.matches()) {
                continue;
            }
            if (name.group(1).equals(REPLACING)) {
                Path place = root.resolve(name.group(2)).resolve(name.group(4));
                if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    replaced(each);
                } else {
                    Files.move(each, place, StandardCopyOption.ATOMIC_MOVE);
                }
            } else if (millis(name.group(3)) < oldest) {
                WholeFile.delete(each);
            }
        }
    }

    private static long millis(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private List<Path> content() throws IOException {
        List<Path> content = new ArrayList<>();
        Path trash = root.resolve(DIRECTORY);
        if (Files.isDirectory(trash, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(trash)) {
                entries.forEach(content::add);
            }
        }
        return content;
    }

    /** Before a scan: puts back what was left half replaced; writes nothing where there is none. */
    static void recover(Path root, Consumer<String> warnings) {
        PluginTrash trash = new PluginTrash(root);
        try {
            Optional<Path> half =
                    trash.content().stream()
                            .filter(
                                    each ->
                                            String.valueOf(each.getFileName())
                                                    .startsWith(REPLACING))
                            .findAny();
            if (half.isPresent()) {
                DirectoryLock.hold(
                        root,
                        () -> {
                            trash.sweep();
                            return trash;
                        });
            }
        } catch (IOException | DirectoryIteratorException e) {
            warnings.accept(
                    "A plugin that was being replaced in \""
                            + root
                            + "\" could not be put back: "
                            + e.getMessage()
                            + ".");
        }
    }
}

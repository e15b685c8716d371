package dev.tamias;

import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.PluginsManager;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a name, a list or a pattern of inputs stands for: one input for each session. */
final class Inputs {

    /** In a pattern, what stands for something else. */
    private static final String WILD = "*?[{";

    private Inputs() {}

    /** The inputs in their order, each one byte source. */
    static List<Bytes> of(PluginsManager plugins, Bytes bytes) {
        Origin origin = bytes.origin();
        if (origin instanceof Origin.Named named) {
            return List.of(bytes.meaning(named(plugins, named.name())));
        }
        if (origin instanceof Origin.InFiles files) {
            return inFiles(bytes, files.paths());
        }
        if (origin instanceof Origin.Matching matching) {
            return inFiles(bytes, matching(matching.pattern()));
        }
        return List.of(bytes);
    }

    /** Whether rows are to say which input they are from. */
    static boolean several(Bytes bytes) {
        return bytes.origin() instanceof Origin.InFiles
                || bytes.origin() instanceof Origin.Matching;
    }

    /** When the last of the inputs was changed; now where one of them is no file. */
    static Instant lastChange(List<Bytes> inputs) {
        Instant last = Instant.MIN;
        for (Bytes input : inputs) {
            Instant changed = lastChange(input.origin());
            last = changed.isAfter(last) ? changed : last;
        }
        return last;
    }

    /** The files among the inputs. */
    static List<Path> files(List<Bytes> inputs) {
        List<Path> files = new ArrayList<>();
        for (Bytes input : inputs) {
            if (input.origin() instanceof Origin.InFile file) {
                files.add(file.path());
            } else if (input.origin() instanceof Origin.Followed followed) {
                files.add(followed.path());
            } else if (input.origin() instanceof Origin.Capture capture) {
                files.add(capture.path());
            }
        }
        return files;
    }

    private static Instant lastChange(Origin origin) {
        if (origin instanceof Origin.InFile file) {
            try {
                return Files.getLastModifiedTime(file.path()).toInstant();
            } catch (IOException e) {
                // Whoever opens the file says why it cannot be read.
                return Instant.now();
            }
        }
        return Instant.now();
    }

    private static List<Bytes> inFiles(Bytes bytes, List<Path> paths) {
        return paths.stream().map(path -> bytes.meaning(new Origin.InFile(path))).toList();
    }

    /** Decides what a name means: a byte-source plugin, or else a file; not both and not neither. */
    private static Origin named(PluginsManager plugins, String name) {
        boolean plugin = plugins.find(PluginType.BYTE_SOURCE, name).isPresent();
        boolean file = Files.exists(Path.of(name));
        if (plugin && file) {
            throw new HostException(
                    Trouble.AMBIGUOUS_INPUT,
                    String.format(
                            "\"%1$s\" is a byte-source plugin and a file; write source(\"%1$s\")"
                                    + " or file(\"%1$s\") instead of bytes(\"%1$s\").",
                            name));
        }
        if (!plugin && !file) {
            String known =
                    plugins.list().stream()
                            .filter(entry -> entry.type() == PluginType.BYTE_SOURCE)
                            .map(PluginEntry::name)
                            .collect(Collectors.joining(", "));
            throw new HostException(
                    Trouble.AMBIGUOUS_INPUT,
                    String.format(
                            "\"%s\" is neither a byte-source plugin (there are: %s) nor a file below \"%s\".",
                            name, known.isEmpty() ? "none" : known, Path.of("").toAbsolutePath()));
        }
        return plugin ? new Origin.Plugin(name) : new Origin.InFile(Path.of(name));
    }

    private static List<Path> matching(String pattern) {
        PathMatcher matcher = matcher(pattern);
        Path start = start(pattern);
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : depth(pattern, start);
        List<Path> found = List.of();
        if (Files.isDirectory(start)) {
            try (Stream<Path> all = Files.walk(start, depth)) {
                found =
                        all.filter(path -> matcher.matches(path) && Files.isRegularFile(path))
                                .sorted(Comparator.comparing(Path::toString))
                                .toList();
            } catch (IOException | UncheckedIOException e) {
                throw new HostException(
                        Trouble.INPUT,
                        "The files " + pattern + " cannot be listed: " + e.getMessage() + ".",
                        e);
            }
        }
        if (found.isEmpty()) {
            throw new HostException(
                    Trouble.INPUT,
                    String.format(
                            "No file matches \"%s\", looked for from \"%s\".",
                            pattern, start.toAbsolutePath()));
        }
        return found;
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "The pattern \"" + pattern + "\" is none: " + e.getDescription() + ".",
                    e);
        }
    }

    /** The directory in which a pattern begins. */
    private static Path start(String pattern) {
        int wild = 0;
        while (wild < pattern.length() && WILD.indexOf(pattern.charAt(wild)) < 0) {
            wild++;
        }
        int slash = pattern.lastIndexOf('/', wild);
        return Path.of(slash < 0 ? "" : pattern.substring(0, slash + 1));
    }

    private static int depth(String pattern, Path start) {
        int all = (int) pattern.chars().filter(c -> c == '/').count() + 1;
        int above = start.toString().isEmpty() ? 0 : start.getNameCount();
        return Math.max(1, all - above + (start.isAbsolute() ? 1 : 0));
    }
}

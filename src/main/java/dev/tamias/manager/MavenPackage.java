package dev.tamias.manager;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A plugin that is an artifact in Maven's local repository: a {@code .wasm} file, or a zip or jar with
 * one. What is not there is not fetched: the {@code mvn} command does that as its user has set it up,
 * with mirrors and credentials, and a message names the command.
 */
final class MavenPackage extends PluginPackage {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

    private final String coordinate;
    private final String artifact;
    private final String extension;
    private final Path file;

    private MavenPackage(String coordinate, String artifact, String extension, Path file) {
        this.coordinate = coordinate;
        this.artifact = artifact;
        this.extension = extension;
        this.file = file;
    }

    static MavenPackage at(String coordinate) {
        return at(coordinate, repository());
    }

    static MavenPackage at(String coordinate, Path repository) {
        List<String> parts = List.of(coordinate.split(":", -1));
        if (parts.size() < 3
                || parts.size() > 5
                || !parts.stream().allMatch(each -> PART.matcher(each).matches())) {
            throw refused(
                    coordinate,
                    "a Maven coordinate is group:artifact[:extension[:classifier]]:version",
                    null);
        }
        String group = parts.get(0);
        String artifact = parts.get(1);
        String extension = parts.size() > 3 ? parts.get(2) : "wasm";
        String classifier = parts.size() > 4 ? "-" + parts.get(3) : "";
        String version = parts.get(parts.size() - 1);
        Path file =
                repository
                        .resolve(group.replace('.', '/'))
                        .resolve(artifact)
                        .resolve(version)
                        .resolve(artifact + "-" + version + classifier + "." + extension);
        return new MavenPackage(coordinate, artifact, extension, file);
    }

    private static Path repository() {
        String set = System.getProperty("maven.repo.local");
        return set != null && !set.isBlank()
                ? Path.of(set)
                : Path.of(System.getProperty("user.home", "."), ".m2", "repository");
    }

    @Override
    PluginContent read() {
        if (!Files.isRegularFile(file)) {
            throw refused(
                    coordinate,
                    "there is no \""
                            + file
                            + "\"; `mvn dependency:get -Dtransitive=false -Dartifact="
                            + fetchable()
                            + "` fetches it",
                    null);
        }
        PluginContent content = PluginPackage.of(file).read();
        // The file's name has the version in it; a plugin keeps its name from version to version.
        return extension.equals("wasm")
                ? new PluginContent(artifact, content.binary(), content.toml(), content.readme())
                : content;
    }

    /** The goal takes group:artifact:version:packaging:classifier. */
    private String fetchable() {
        List<String> parts = List.of(coordinate.split(":", -1));
        String version = parts.get(parts.size() - 1);
        return parts.get(0)
                + ":"
                + artifact
                + ":"
                + version
                + ":"
                + extension
                + (parts.size() > 4 ? ":" + parts.get(3) : "");
    }
}

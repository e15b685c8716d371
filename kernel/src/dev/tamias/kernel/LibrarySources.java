package dev.tamias.kernel;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/**
 * The sources that documentation is taken from. JShell looks for the JDK's alone, and has no way to name
 * others; so its list of them is extended, which the kernel's {@code --add-opens} allows. Where a later
 * JDK has no such list, signatures are shown without words.
 */
final class LibrarySources {

    private static final String LIST = "availableSources";

    private LibrarySources() {}

    static void add(SourceCodeAnalysis analysis) {
        String sources = System.getProperty("tamias.sources", "");
        try {
            Field list = analysis.getClass().getDeclaredField(LIST);
            list.setAccessible(true);
            List<Path> all = new ArrayList<>(ofJdk());
            for (String jar : sources.split(System.getProperty("path.separator"))) {
                addJar(jar, all);
            }
            list.set(analysis, all);
        } catch (ReflectiveOperationException | RuntimeException | IOException e) {
            System.getLogger("tamias").log(System.Logger.Level.DEBUG, "no sources", e);
        }
    }

    private static void addJar(String jar, List<Path> all) throws IOException {
        if (Files.isDirectory(Path.of(jar)) && !jar.isEmpty()) {
            all.add(Path.of(jar));
        } else if (Files.isRegularFile(Path.of(jar))) {
            all.add(FileSystems.newFileSystem(Path.of(jar)).getPath("/"));
        }
    }

    /** As JShell finds them: each module's directory in the archive, where the JDK has one. */
    private static List<Path> ofJdk() throws IOException {
        Path archive = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        if (!Files.isReadable(archive)) {
            return List.of();
        }
        try (var modules =
                Files.newDirectoryStream(
                        FileSystems.newFileSystem(archive).getPath("/"), Files::isDirectory)) {
            List<Path> found = new ArrayList<>();
            modules.forEach(found::add);
            return found;
        }
    }
}

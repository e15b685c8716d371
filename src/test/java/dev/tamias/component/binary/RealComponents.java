package dev.tamias.component.binary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The components that lie in the project: the sample plugins and those made for tests. */
final class RealComponents {

    private static final Path BUNDLED = Path.of("src/main/resources/dev/tamias/plugins");
    private static final Path MADE_FOR_TESTS = Path.of("src/test/resources/plugins");

    /** The one file there that is a core module. */
    static final Path CORE_MODULE = MADE_FOR_TESTS.resolve("core-module/core-module.wasm");

    static final Path LINES = BUNDLED.resolve("parsers/lines/lines.wasm");

    private RealComponents() {}

    static List<Path> all() {
        return Stream.of(BUNDLED, MADE_FOR_TESTS).flatMap(RealComponents::below).sorted().toList();
    }

    private static Stream<Path> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .filter(each -> each.toString().endsWith(".wasm"))
                    .filter(each -> !each.equals(CORE_MODULE))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

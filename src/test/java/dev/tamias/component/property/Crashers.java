package dev.tamias.component.property;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** Keeps what made the decoder or the engine fail, to be moved to {@link #KEPT} and replayed. */
final class Crashers {

    /** Those that failed once. */
    static final Path KEPT = Path.of("src/test/resources/crashers");

    private static final Path FOUND = Path.of("target/crashers");

    private Crashers() {}

    /** Writes the bytes to a file that is named by their hash. */
    static Path keep(byte[] bytes) {
        String name = HexFormat.of().toHexDigits(Arrays.hashCode(bytes)) + ".wasm";
        try {
            Files.createDirectories(FOUND);
            return Files.write(FOUND.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

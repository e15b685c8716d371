package dev.tamias.cli;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A component that the command line names. */
final class ComponentFile {

    private ComponentFile() {}

    /**
     * Reads and decodes it.
     *
     * @throws HostException where the file cannot be read
     * @throws dev.tamias.model.ComponentException where it holds no valid component
     */
    static Component read(Engine engine, Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new HostException(Trouble.INPUT, "There is no file \"" + file + "\".", e);
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "The file \"" + file + "\" cannot be read: " + e.getMessage() + ".",
                    e);
        }
        return Component.of(engine, bytes);
    }
}

package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A script in its JSON form.
 *
 * @param file the script's own, beside which the binaries are that its commands name
 */
public record Script(Path file, List<Command> commands) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a script.
     *
     * @throws IOException where the file cannot be read or is no script
     */
    public static Script read(Path file) throws IOException {
        JsonNode commands = JSON.readTree(file.toFile()).path("commands");
        if (!commands.isArray()) {
            throw new IOException("there is no list of commands in " + file);
        }
        List<Command> all = new ArrayList<>();
        for (JsonNode each : commands) {
            all.add(new Command(all.size(), each));
        }
        return new Script(file, List.copyOf(all));
    }

    /** The bytes of a binary that a command names. */
    byte[] read(String filename) throws IOException {
        return Files.readAllBytes(file.resolveSibling(filename));
    }
}

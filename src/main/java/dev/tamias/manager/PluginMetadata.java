package dev.tamias.manager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.Optional;

/**
 * What {@code NAME.toml} says: {@code title} and {@code description} as in Chipmunk, and in a table
 * {@code [x-tamias]}, which Chipmunk passes over, {@code tail = "newline"} for a parser of lines, whose
 * last line may lack its end.
 *
 * @param warning what was wrong with the file; empty where nothing was. A bad file does not make a bad
 *     plugin: its title is then its name.
 */
public record PluginMetadata(
        String title, String description, boolean newlineTail, String warning) {

    private static final int LONGEST_TITLE = 2_048;
    private static final int LONGEST_DESCRIPTION = 10_240;

    private static final TomlMapper MAPPER = new TomlMapper();

    /** Reads a plugin's file, if it has one. */
    static PluginMetadata of(String name, Optional<String> toml) {
        if (toml.isEmpty()) {
            return new PluginMetadata(name, "", false, "");
        }
        try {
            JsonNode root = MAPPER.readTree(toml.get());
            String title = root.path("title").asText("");
            String description = root.path("description").asText("");
            boolean newline = root.path("x-tamias").path("tail").asText("").equals("newline");
            if (title.isBlank()
                    || title.length() > LONGEST_TITLE
                    || description.length() > LONGEST_DESCRIPTION) {
                return new PluginMetadata(
                        name, "", newline, name + ".toml has no usable title or description");
            }
            return new PluginMetadata(title, description, newline, "");
        } catch (JsonProcessingException e) {
            return new PluginMetadata(
                    name, "", false, name + ".toml is no TOML: " + e.getOriginalMessage());
        }
    }
}

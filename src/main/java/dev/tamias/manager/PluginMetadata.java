package dev.tamias.manager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.Optional;

/**
 * What {@code NAME.toml} says: {@code title} and {@code description} as in Chipmunk, and in a table
 * {@code [x-tamias]}, which Chipmunk passes over, {@code tail = "newline"} for a parser of lines, whose
 * last line may lack its end, and {@code enabled = false} for a plugin that is not to run. The {@code
 * name} that Chipmunk's template writes is taken for the title.
 *
 * @param warning what was wrong with the file; empty where nothing was. A bad file does not make a bad
 *     plugin: its title is then its name.
 */
public record PluginMetadata(
        String title, String description, boolean newlineTail, boolean enabled, String warning) {

    private static final TomlMapper MAPPER = new TomlMapper();

    /** Reads a plugin's file, if it has one. */
    static PluginMetadata of(String name, Optional<String> toml) {
        if (toml.isEmpty()) {
            return bad(name, "");
        }
        try {
            JsonNode root = MAPPER.readTree(toml.get());
            JsonNode own = root.path("x-tamias");
            boolean newline = own.path("tail").asText("").equals("newline");
            boolean enabled = own.path("enabled").asBoolean(true);
            String title = root.path("title").asText("");
            String alias = root.path("name").asText("");
            String warning = "";
            if (title.isBlank() && !alias.isBlank()) {
                title = alias;
                warning = name + ".toml says \"name\" where Chipmunk reads \"title\"";
            }
            String description = root.path("description").asText("");
            String limit = limit(name, title, description);
            return limit.isEmpty()
                    ? new PluginMetadata(title, description, newline, enabled, warning)
                    : new PluginMetadata(name, "", newline, enabled, limit);
        } catch (JsonProcessingException e) {
            return bad(name, name + ".toml is no TOML: " + e.getOriginalMessage());
        } catch (StackOverflowError e) {
            return bad(name, name + ".toml is nested too deeply");
        }
    }

    /** The metadata of a plugin whose file cannot be used. */
    static PluginMetadata bad(String name, String warning) {
        return new PluginMetadata(name, "", false, true, warning);
    }

    private static String limit(String name, String title, String description) {
        if (title.isBlank()) {
            return name + ".toml has no title";
        }
        if (InfoCheck.length(title) > InfoCheck.LONGEST_TITLE) {
            return name + ".toml has a title of more than " + InfoCheck.LONGEST_TITLE + " bytes";
        }
        return InfoCheck.length(description) > InfoCheck.LONGEST_DESCRIPTION
                ? name
                        + ".toml has a description of more than "
                        + InfoCheck.LONGEST_DESCRIPTION
                        + " bytes"
                : "";
    }
}

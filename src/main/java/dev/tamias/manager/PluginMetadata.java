package dev.tamias.manager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.tamias.model.GuestText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code NAME.toml} says: {@code title} and {@code description} as in Chipmunk, and in a table
 * {@code [x-tamias]}, which Chipmunk passes over, {@code tail = "newline"} for a parser of lines, whose
 * last line may lack its end, {@code splittable = "newline"} for one whose logs may be cut behind any line
 * feed, {@code enabled = false} for a plugin that is not to run, and a table {@code [x-tamias.columns]} of
 * types that its columns usually have. The {@code name} that Chipmunk's template writes is taken for the
 * title.
 *
 * @param columns types by the names of columns, as they are written there
 * @param more what else stands in tables whose names start with {@code x-}, such as authors, licence and
 *     homepage, to be shown; by keys as {@code x-acme.licence}
 * @param warning what was wrong with the file; empty where nothing was. A bad file does not make a bad
 *     plugin: its title is then its name.
 */
public record PluginMetadata(
        String title,
        String description,
        boolean newlineTail,
        Splitting splitting,
        boolean enabled,
        Map<String, String> columns,
        Map<String, String> more,
        String warning) {

    /** Only so much is kept of what is merely shown. */
    private static final int MOST_KEYS = 100;

    private static final String OWN = "x-tamias";
    private static final Set<String> OWN_KEYS =
            Set.of("tail", "enabled", "columns", "splittable", "splittable-where");

    /** Made where a file is read that was not read before: it takes its time. */
    private static final class Toml {
        static final TomlMapper MAPPER = new TomlMapper();
    }

    public PluginMetadata {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** Reads a plugin's file, if it has one. */
    static PluginMetadata of(String name, Optional<String> toml) {
        if (toml.isEmpty()) {
            return bad(name, "");
        }
        try {
            JsonNode root = Toml.MAPPER.readTree(toml.get());
            JsonNode own = root.path(OWN);
            boolean newline = own.path("tail").asText("").equals("newline");
            boolean enabled = own.path("enabled").asBoolean(true);
            Map<String, String> columns = columns(own.path("columns"));
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
                    ? new PluginMetadata(
                            title,
                            description,
                            newline,
                            splitting(own),
                            enabled,
                            columns,
                            more(root),
                            warning)
                    : new PluginMetadata(
                            name, "", newline, splitting(own), enabled, columns, more(root), limit);
        } catch (JsonProcessingException e) {
            return bad(name, name + ".toml is no TOML: " + e.getOriginalMessage());
        } catch (StackOverflowError e) {
            return bad(name, name + ".toml is nested too deeply");
        }
    }

    /** The metadata of a plugin whose file cannot be used. */
    static PluginMetadata bad(String name, String warning) {
        return new PluginMetadata(
                name, "", false, Splitting.NONE, true, Map.of(), Map.of(), warning);
    }

    private static Map<String, String> columns(JsonNode table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : table.properties()) {
            if (columns.size() < InfoCheck.MOST_ITEMS) {
                columns.put(each.getKey(), shown(each.getValue().asText()));
            }
        }
        return columns;
    }

    private static Splitting splitting(JsonNode own) {
        if (!own.path("splittable").asText("").equals("newline")) {
            return Splitting.NONE;
        }
        Map<String, String> where = new LinkedHashMap<>();
        own.path("splittable-where")
                .properties()
                .forEach(each -> where.put(each.getKey(), each.getValue().asText()));
        return new Splitting(true, where);
    }

    private static Map<String, String> more(JsonNode root) {
        Map<String, String> more = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : root.properties()) {
            if (table.getKey().startsWith("x-") && table.getValue().isObject()) {
                boolean own = table.getKey().equals(OWN);
                for (Map.Entry<String, JsonNode> each : table.getValue().properties()) {
                    if (more.size() < MOST_KEYS && !(own && OWN_KEYS.contains(each.getKey()))) {
                        JsonNode value = each.getValue();
                        String text = value.isValueNode() ? value.asText() : value.toString();
                        more.put(shown(table.getKey() + "." + each.getKey()), shown(text));
                    }
                }
            }
        }
        return more;
    }

    /** On one line, and no longer than a title. */
    private static String shown(String text) {
        String line = GuestText.oneLine(text);
        return line.length() <= InfoCheck.LONGEST_TITLE
                ? line
                : line.substring(0, InfoCheck.LONGEST_TITLE) + "…";
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
